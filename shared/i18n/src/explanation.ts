/** Sentences that explain a call: what the CLI, the API and the screens say alike. Source: H44. */

import type { CallReasons, FirstBy, NotTakenReason } from '@tingxu/contract/call-reasons';
import type { OrderReason } from '@tingxu/contract/comparison';
import type { ChoiceReason, ReleaseReason } from '@tingxu/contract/counter-rule';
import type { CallTier } from '@tingxu/contract/ticket-events';
import { defineArea } from './dictionary.ts';

export const explanation = defineArea(
  {
    head: (number: string, day: string) => `${number}，营业日 ${day}`,
    calls: (all: number, counted: number) =>
      all === 0 ? '没有叫过号。' : `共叫号 ${all} 次（含重呼），其中计次 ${counted} 次。`,
    line: (time: string, text: string) => `${time} ${text}`,
    by: (text: string, who: string) => `${text}（${who}）`,
    at: (counter: string, staff: string) => `${counter} 号窗口（柜员 ${staff}）`,
    issued: (lane: string, service: string) => `取号：队列“${lane}”，业务“${service}”`,
    told: (ahead: number, wait: string) => `告知：前面 ${ahead} 人，预计等候：${wait}。`,
    worst: (worst: number, earlier: number, cap: number) =>
      `最多 ${worst} 人先叫：排在前面的 ${earlier} 人，加越过上限 ${cap} 次。`,
    called: (at: string, attempt: number) => `${at}：叫号，第 ${attempt} 次，计次`,
    rule: (policy: string, version: number, config: number, since: string, seq: number) =>
      `规则“${policy}”第 ${version} 版；配置第 ${config} 版，自 ${since} 起生效（记录 ${seq}）。`,
    skills: (names: string, candidates: number) =>
      `窗口办理：${names}；当时可叫 ${candidates} 个号。`,
    tier: {
      overdue: '本窗口的次要业务，但等候已超过限度。',
      secondary: '本窗口的次要业务：当时没有主要业务在等。',
      helping: '专用窗口空闲已久，协助其他队列。',
    } satisfies Record<CallTier, string>,
    chosen: (number: string, reason: string) => `${number} 由人工选定，原因：${reason}。`,
    choiceReason: {
      'wrongly-missed': '误过号',
      'needs-care': '需要照顾',
      'continues-service': '续办业务',
      complaint: '投诉',
      emergency: '紧急情况',
      'walk-up': '直接到窗口',
    } satisfies Record<ChoiceReason, string>,
    escorted: (counter: string) => `大堂经理去请客户到 ${counter} 号窗口`,
    released: (at: string, reason: string) => `${at}：放回排队，等候时间保留，原因：${reason}`,
    releaseReason: { released: '窗口被放开', 'lease-over': '占用超时' } satisfies Record<
      ReleaseReason,
      string
    >,
    alone: '窗口可叫的只有这个号。',
    aloneOfThese: (number: string) => `其中窗口可叫的只有 ${number}。`,
    first: (why: string) => `${why}：先于按得分排队的号，但不越过受到保障的号。`,
    firstBy: {
      transferred: '转办后排在最前',
      'next-service': '办结前一项后排在最前',
      resumed: '暂离后返回，排在最前',
      'form-corrected': '补好表单后返回，排在最前',
      returned: '过号返回，按规则排在最前',
      readmitted: '由工作人员破例排在最前',
      released: '窗口放开后返回，排在最前',
      restored: '重新营业后恢复，排在最前',
    } satisfies Record<FirstBy, string>,
    wentFirst: '这个号排在最前',
    keptCounter: (counter: string) => `这个号留给 ${counter} 号窗口，只由它叫号。`,
    keptStaff: (id: string) => `这个号留给柜员 ${id}，只由其叫号。`,
    score: (number: string, words: string) => `${number} 得分最高：${words}。`,
    scoreOfThese: (number: string, words: string) => `其中 ${number} 得分最高：${words}。`,
    heldEarly: (hold: number) =>
      `过号返回，原须再让本队列 ${hold} 个号；窗口当时没有本队列其他号可先叫，因此提前叫。`,
    next: (number: string, lane: string, words: string) => `其次 ${number}（${lane}）：${words}。`,
    protected: (number: string, cap: number) =>
      `${number} 已被越过 ${cap} 次，达到上限，受到保障：必须叫它，或叫排在它前面的号。`,
    limited: (number: string, cap: number) =>
      `${number} 已被越过 ${cap} 次，达到上限，受到保障：只能叫它，或叫排在它前面的号。`,
    barred: (number: string, lane: string, words: string) =>
      `${number}（${lane}）得分更高（${words}），因此须让。`,
    barredFirst: (number: string, lane: string) => `${number}（${lane}）本应排在最前，因此须让。`,
    nobody: '没有越过排在前面的客户。',
    passed: (list: string) => `越过排在前面的客户：${list}。`,
    passedOne: (number: string, lane: string, words: string, times: number, cap: number) =>
      `${number}（${lane}，${words}；至此第 ${times} 次，上限 ${cap} 次）`,
    notTaken: (groups: string) => `排在前面、但这个窗口当时不能叫的：${groups}。`,
    notTakenOne: (numbers: string, more: number, why: string) =>
      `${numbers}${more > 0 ? ` 等 ${more} 个` : ''}（${why}）`,
    notTakenWhy: {
      skills: '业务不在本窗口办理',
      kept: '留给其他窗口或柜员',
      dedicated: '本窗口专用于其他队列',
      secondary: '是次要业务，主要业务有人在等',
      held: '过号返回，尚须让号',
      preparing: '正在填单',
    } satisfies Record<NotTakenReason, string>,
    words: {
      weighted: (wait: string, credit: string, urgency: string, minutes: string) =>
        `等候 ${wait}，提前量 ${credit}，紧迫 ×${urgency}，合 ${minutes} 分`,
      weighs: (wait: string, minutes: string) => `等候 ${wait}，合 ${minutes} 分`,
      due: (wait: string, target: string, over: string) =>
        `等候 ${wait}，承诺 ${target}，已超 ${over}`,
      dueIn: (wait: string, target: string, left: string) =>
        `等候 ${wait}，承诺 ${target}，还差 ${left}`,
      headStart: (wait: string, credit: string, sum: string) =>
        `等候 ${wait}，提前量 ${credit}，合 ${sum}`,
      strict: (rank: number, wait: string) => `队列次序第 ${rank}，等候 ${wait}`,
      ratio: (wait: string, ahead: string) => `队列已先用 ${ahead} 轮，等候 ${wait}`,
      wait: (wait: string) => `等候 ${wait}`,
      noted: (waited: string, notes: string) => `${waited}（${notes}）`,
      earlier: (earlier: string) => `其中此前业务 ${earlier}`,
      scoredMore: (scored: string, extra: string) =>
        `计分按 ${scored}，另计办理、暂离和开门前的时间 ${extra}`,
      scoredLess: (scored: string, less: string) =>
        `计分按 ${scored}，转办或过号返回前的 ${less} 不再计`,
    },
    recalled: (at: string, attempt: number) => `${at}：重呼，第 ${attempt} 次`,
    counted: (since: string, interval: string) =>
      `计次：距上次计次 ${since}，不少于间隔 ${interval}。`,
    notCounted: (since: string, interval: string) =>
      `不计次：距上次计次 ${since}，不足间隔 ${interval}。`,
    started: (at: string) => `${at}：开始办理`,
    finished: (at: string, service: string) => `${at}：办结，办理 ${service}`,
    missed: (at: string) => `${at}：过号`,
    missedCounts: (counted: number, least: number, interval: string) =>
      `已计 ${counted} 次（至少 ${least} 次，每次间隔至少 ${interval}）。`,
    missedSince: (since: string, total: string) => `距首次叫号 ${since}（至少 ${total}）。`,
    mayReturn: (until: string, hold: number, left: number) =>
      `${until} 前可返回，还可 ${left} 次；返回后${hold > 0 ? `最多先让本队列 ${hold} 个号` : '随即重新排队'}。`,
    mayNotReturn: '不可再返回。',
    returned: (returns: number, via: string) => `返回排队（第 ${returns} 次${via && `，${via}`}）`,
    held: (hold: number) =>
      `最多先让本队列 ${hold} 个号，之后照常叫号；窗口没有本队列其他号可叫时，可提前叫。`,
    notHeld: '随即可叫。',
    passedOver: (at: string, number: string, lane: string, times: number, cap: number) =>
      `被越过：先叫了 ${number}（${lane}），在 ${at}；第 ${times} 次，上限 ${cap} 次`,
    ended: (reason: string) => `结束：${reason}`,
    endedBecause: (reason: string, why: string) => `结束：${reason}，${why}`,
    other: (type: string) => `其他记录（${type}）`,
    order: {
      first: (time: string, at: string, number: string, other: string) =>
        `${number} 先于 ${other}：${time} 叫号，${at}。`,
      /** A later call for which the other stood in line as well. */
      again: (time: string, at: string, number: string) =>
        `两个号再次都在排队，叫了 ${number}：${time}，${at}。`,
      why: {
        'passed-over': (other: string, _counter: string) => `${other} 当时也在等候，且排在前面。`,
        behind: (other: string) => `${other} 当时也在等候，但排在后面。`,
        skills: (other: string, counter: string) => `${counter} 号窗口不办理 ${other} 的业务。`,
        kept: (other: string) => `${other} 当时也在等候，但留给其他窗口或柜员。`,
        dedicated: (other: string, counter: string) =>
          `${other} 当时也在等候，但 ${counter} 号窗口专用于其他队列。`,
        secondary: (other: string, counter: string) =>
          `${other} 当时也在等候，但其业务在 ${counter} 号窗口是次要业务，主要业务有人在等。`,
        held: (other: string) => `${other} 当时过号返回，尚须让本队列的号先叫。`,
        preparing: (other: string) => `${other} 当时正在填单，暂不叫号。`,
        'not-waiting': (other: string) => `${other} 当时不在等候。`,
        'not-issued': (other: string) => `${other} 当时尚未取号。`,
        neither: (_other: string) => '两个号都没有叫过。',
      } satisfies Record<OrderReason, (other: string, counter: string) => string>,
      /** Ends the sentence of a ticket that waited, too. */
      by: {
        first: (winner: string) => `${winner} 排在最前。`,
        score: (winner: string) => `按规则 ${winner} 得分更高。`,
        alone: (winner: string) => `窗口可叫的只有 ${winner}。`,
      } satisfies Record<
        Exclude<CallReasons['how'], 'protected' | 'limited' | 'chosen'>,
        (winner: string) => string
      >,
      /** `who` when it was not the teller of the counter. */
      chosenBy: (winner: string, who: string | null, reason: string | null) =>
        `${winner} 由人工选定${who === null ? '' : `（${who}）`}${reason === null ? '' : `，原因：${reason}`}。`,
      barred: (shield: string) => `它得分更高，但须让受到保障的 ${shield}。`,
      barredFirst: (shield: string) => `它本应排在最前，但须让受到保障的 ${shield}。`,
      tied: '它的得分也不更高。',
      state: (number: string, state: string) => `${number} 当时：${state}。`,
      times: (number: string, times: number, cap: number) =>
        `这是 ${number} 第 ${times} 次被越过，上限 ${cap} 次。`,
      later: (number: string, time: string) => `${number} 首次叫号：${time}。`,
      never: (number: string) => `${number} 没有叫过。`,
      attempts: (number: string, all: number, counted: number) =>
        all === 0
          ? `${number} 没有叫过。`
          : `${number} 共叫号 ${all} 次（含重呼），其中计次 ${counted} 次：`,
      attempt: (at: string, attempt: number, counted: boolean) =>
        `${at}，第 ${attempt} 次，${counted ? '计次' : '不计次'}`,
      spaced: (since: string, interval: string) => `距上次计次 ${since}，间隔 ${interval}`,
    },
    ticketState: { ended: '已结束' },
    none: '无',
  },
  {
    en: {
      head: (number, day) => `${number}, business day ${day}`,
      calls: (all, counted) =>
        all === 0
          ? 'Never called.'
          : `Called ${all === 1 ? 'once' : `${all} times`} (recalls included), ${counted} counted.`,
      line: (time, text) => `${time} ${text}`,
      by: (text, who) => `${text} (${who})`,
      at: (counter, staff) => `counter ${counter} (teller ${staff})`,
      issued: (lane, service) => `Issued: lane “${lane}”, service “${service}”`,
      told: (ahead, wait) => `Told: ${ahead} ahead, wait ${wait}.`,
      worst: (worst, earlier, cap) =>
        `At most ${worst} called first: ${earlier} earlier ones, plus ${cap} who may pass.`,
      called: (at, attempt) => `Called at ${at}, call ${attempt}, counted`,
      rule: (policy, version, config, since, seq) =>
        `Rule “${policy}”, version ${version}; configuration version ${config}, in force since ${since} (event ${seq}).`,
      skills: (names, candidates) =>
        `The counter takes ${names}; it could have called ${candidates} ${candidates === 1 ? 'ticket' : 'tickets'}.`,
      tier: {
        overdue: 'A secondary service of this counter, but one that had waited over its limit.',
        secondary: 'A secondary service of this counter: none of its primary ones waited.',
        helping: 'The counter is kept for other lanes; it had been free long enough to help.',
      },
      chosen: (number, reason) => `${number} was chosen by hand, because: ${reason}.`,
      choiceReason: {
        'wrongly-missed': 'wrongly missed',
        'needs-care': 'needs care',
        'continues-service': 'continues a service',
        complaint: 'complaint',
        emergency: 'emergency',
        'walk-up': 'came to the counter without a ticket',
      },
      escorted: (counter) => `The lobby manager went to fetch the customer to counter ${counter}`,
      released: (at, reason) => `Back in line from ${at}, the wait kept, because: ${reason}`,
      releaseReason: {
        released: 'the counter was released',
        'lease-over': 'it had been held too long',
      },
      alone: 'No other ticket could be called there.',
      aloneOfThese: (number) => `Of these only ${number} could be called there.`,
      first: (why) => `${why}: before every score, though never before a protected ticket.`,
      firstBy: {
        transferred: 'Transferred to go first',
        'next-service': 'Next service of a visit, it goes first',
        resumed: 'Back after being set aside, it goes first',
        'form-corrected': 'Back with the form corrected, it goes first',
        returned: 'Back after a missed call, the rule puts it first',
        readmitted: 'Put first by staff, by exception',
        released: 'Back from a counter that was released, it goes first',
        restored: 'Back from a counter when the day opened again, it goes first',
      },
      wentFirst: 'It went first',
      keptCounter: (counter) => `It was kept for counter ${counter} alone.`,
      keptStaff: (id) => `It was kept for teller ${id} alone.`,
      score: (number, words) => `${number} came first by the rule: ${words}.`,
      scoreOfThese: (number, words) => `Of these ${number} came first by the rule: ${words}.`,
      heldEarly: (hold) =>
        `Back after a miss, it was still to let ${hold} ${hold === 1 ? 'call' : 'calls'} of its lane pass; the counter had nobody else of the lane to call first, so it was called early.`,
      next: (number, lane, words) => `Next was ${number} (${lane}): ${words}.`,
      protected: (number, cap) =>
        `${number} had been passed over ${cap} times, as often as it may be, and was protected: only it or one ahead of it could be called.`,
      limited: (number, cap) =>
        `${number} had been passed over ${cap} times, as often as it may be, and was protected: only it or one ahead of it could be called.`,
      barred: (number, lane, words) =>
        `${number} (${lane}) scored more (${words}) and had to stand back.`,
      barredFirst: (number, lane) =>
        `${number} (${lane}) was to go before every score and had to stand back.`,
      nobody: 'Nobody with an earlier place was passed over.',
      passed: (list) => `Passed over, with an earlier place: ${list}.`,
      passedOne: (number, lane, words, times, cap) =>
        `${number} (${lane}, ${words}; ${times} of at most ${cap} times)`,
      notTaken: (groups) => `Ahead, but not for this counter then: ${groups}.`,
      notTakenOne: (numbers, more, why) =>
        `${numbers}${more > 0 ? ` and others, ${more} in all` : ''} (${why})`,
      notTakenWhy: {
        skills: 'a service that it does not take',
        kept: 'kept for another counter or person',
        dedicated: 'the counter is kept for other lanes',
        secondary: 'a secondary service, while primary ones waited',
        held: 'back after a miss, to let others pass first',
        preparing: 'filling in forms',
      },
      words: {
        weighted: (wait, credit, urgency, minutes) =>
          `waited ${wait}, head start ${credit}, urgency ×${urgency}, weighs ${minutes} min`,
        weighs: (wait, minutes) => `waited ${wait}, weighs ${minutes} min`,
        due: (wait, target, over) => `waited ${wait}, promised ${target}, over by ${over}`,
        dueIn: (wait, target, left) => `waited ${wait}, promised ${target}, due in ${left}`,
        headStart: (wait, credit, sum) => `waited ${wait}, head start ${credit}, together ${sum}`,
        strict: (rank, wait) => `lane number ${rank} in order, waited ${wait}`,
        ratio: (wait, ahead) => `its lane is ${ahead} turns ahead, waited ${wait}`,
        wait: (wait) => `waited ${wait}`,
        noted: (waited, notes) => `${waited} (${notes})`,
        earlier: (earlier) => `${earlier} of it for earlier services`,
        scoredMore: (scored, extra) =>
          `${scored} for the score, which also counts ${extra} at counters, set aside or before the opening`,
        scoredLess: (scored, less) =>
          `${scored} for the score, which no longer counts ${less} from before a transfer or a return`,
      },
      recalled: (at, attempt) => `Recalled at ${at}, call ${attempt}`,
      counted: (since, interval) =>
        `counted: ${since} after the last counted call, the interval is ${interval}.`,
      notCounted: (since, interval) =>
        `not counted: only ${since} after the last counted call, the interval is ${interval}.`,
      started: (at) => `Service started at ${at}`,
      finished: (at, service) => `Finished at ${at}, service took ${service}`,
      missed: (at) => `Missed at ${at}`,
      missedCounts: (counted, least, interval) =>
        `${counted} counted ${counted === 1 ? 'call' : 'calls'} (at least ${least}, each at least ${interval} after the last).`,
      missedSince: (since, total) => `${since} after the first call (at least ${total}).`,
      mayReturn: (until, hold, left) =>
        `May come back until ${until}, ${left} more ${left === 1 ? 'time' : 'times'}; ${hold > 0 ? `then lets at most ${hold} ${hold === 1 ? 'call' : 'calls'} of the lane pass` : 'is then in line again at once'}.`,
      mayNotReturn: 'May not come back again.',
      returned: (returns, via) => `Back in line (return ${returns}${via && `, ${via}`})`,
      held: (hold) =>
        `Lets at most ${hold} ${hold === 1 ? 'call' : 'calls'} of the lane pass, then stands as usual; called earlier where a counter has nobody else of the lane to call.`,
      notHeld: 'May be called at once.',
      passedOver: (at, number, lane, times, cap) =>
        `Passed over: ${at} called ${number} (${lane}) first, ${times} of at most ${cap} times`,
      ended: (reason) => `Ended: ${reason}`,
      endedBecause: (reason, why) => `Ended: ${reason}, ${why}`,
      other: (type) => `Another event (${type})`,
      order: {
        first: (time, at, number, other) =>
          `${number} was called before ${other}: ${time} at ${at}.`,
        again: (time, at, number) =>
          `Again both stood in line: ${time} at ${at}, ${number} was called.`,
        why: {
          'passed-over': (other) => `${other} waited too and had the earlier place.`,
          behind: (other) => `${other} waited too, but had a later place.`,
          skills: (other, counter) => `Counter ${counter} does not take the service of ${other}.`,
          kept: (other) => `${other} waited too, but was kept for another counter or person.`,
          dedicated: (other, counter) =>
            `${other} waited too, but counter ${counter} is kept for other lanes.`,
          secondary: (other, counter) =>
            `${other} waited too, but its service is secondary at counter ${counter}, and primary ones waited.`,
          held: (other) =>
            `${other} was back after a miss and had to let others of its lane pass first.`,
          preparing: (other) => `${other} was filling in forms and not to be called.`,
          'not-waiting': (other) => `${other} was not waiting then.`,
          'not-issued': (other) => `${other} had not been issued yet.`,
          neither: () => 'Neither of the two was ever called.',
        },
        by: {
          first: (winner) => `${winner} went first.`,
          score: (winner) => `${winner} scored more by the rule.`,
          alone: (winner) => `${winner} was the only one the counter could call.`,
        },
        chosenBy: (winner, who, reason) =>
          `${winner} was chosen by hand${who === null ? '' : `, by ${who}`}${reason === null ? '' : `, because: ${reason}`}.`,
        barred: (shield) =>
          `It scored more, but had to stand back behind ${shield}, which was protected.`,
        barredFirst: (shield) =>
          `It was to go before every score, but had to stand back behind ${shield}, which was protected.`,
        tied: 'It did not score more either.',
        state: (number, state) => `${number} then: ${state}.`,
        times: (number, times, cap) =>
          `With it ${number} was passed over ${times} of at most ${cap} times.`,
        later: (number, time) => `${number} was first called at ${time}.`,
        never: (number) => `${number} was never called.`,
        attempts: (number, all, counted) =>
          all === 0
            ? `${number} was never called.`
            : `${number} was called ${all === 1 ? 'once' : `${all} times`} (recalls included), ${counted} counted:`,
        attempt: (at, attempt, counted) =>
          `${at}, call ${attempt}, ${counted ? 'counted' : 'not counted'}`,
        spaced: (since, interval) => `${since} after the last counted one, interval ${interval}`,
      },
      ticketState: { ended: 'ended' },
      none: 'none',
    },
  },
);
