/** Sentences of an explanation for what happens to a visit beside its calls. Source: H44, H61. */
import type { LaneReason, PrepareReason } from '@tingxu/contract/commands';
import type { ProofKind } from '@tingxu/contract/customers';
import type { StepOf } from '@tingxu/contract/explanation';
import type { EarlyMissReason, OverrideReason } from '@tingxu/contract/override';
import { defineArea } from './dictionary.ts';

type Via = NonNullable<StepOf<'returned'>['via']>;
type WhyEnded = NonNullable<StepOf<'ended'>['why']>;

export const visit = defineArea(
  {
    proof: (kind: string) => `队列依据：${kind}。`,
    proofKind: {
      directory: '客户名录',
      card: '证件',
      declared: '本人声明',
      staff: '工作人员认定',
      appointment: '预约',
    } satisfies Record<ProofKind, string>,
    further: (names: string) => `随后办理：${names}。`,
    formsMissing: '表单未备好，备好前不叫号。',
    preOpening: (wait: string) => `其中开业前等候 ${wait}，另计。`,
    carriedFrom: (number: string, until: string) =>
      `由前一营业日的 ${number} 结转：仍为暂离，${until === '' ? '当日不限时' : `至 ${until}`}；等候从今日重新计。`,
    carried: (number: string) => `结转为新号 ${number}`,
    notCarried: '未结转：该业务已无窗口办理',
    restored: (as: string) => `停业后重新营业，此号恢复：${as}`,
    restoredAs: {
      waiting: '继续排队',
      missed: '仍为过号',
      parked: '仍为暂离',
      preparing: '仍在填单',
    } satisfies Record<StepOf<'restored'>['state'], string>,
    checkedIn: (booked: string) => `预约签到，预约时间 ${booked}`,
    countsFrom: (since: string) => `等候自 ${since} 起计：预约时间和签到时间取较晚者。`,
    serviceAdded: (service: string) => `加办业务“${service}”`,
    legFinished: (at: string, service: string, took: string) =>
      `${at}：办结“${service}”，办理 ${took}`,
    transferred: (at: string) => `${at}：转出`,
    transferredServed: (at: string, took: string) => `${at}：转出，已办理 ${took}`,
    redirected: '等候中转出',
    change: (fromService: string, fromLane: string, service: string, lane: string) =>
      `从“${fromService}”（${fromLane}）转到“${service}”（${lane}）`,
    unchanged: (service: string, lane: string) => `仍办“${service}”（${lane}）`,
    next: (service: string, lane: string) => `接着排队办理“${service}”（${lane}）`,
    stays: (service: string, counter: string) =>
      `接着在 ${counter} 号窗口办理“${service}”，不另叫号`,
    first: '排在最前',
    inOrder: '按次序排队',
    onlyCounter: (name: string) => `只由 ${name} 号窗口叫号`,
    onlyStaff: (id: string) => `只由柜员 ${id} 叫号`,
    waitKept: (since: string) => `等候时间保留，自 ${since} 起计`,
    waitAnew: '等候时间重新起计',
    laneChanged: (from: string, to: string) => `从队列“${from}”换到“${to}”，名次和等候时间不变`,
    laneReason: {
      'proof-shown': '出示了凭证',
      age: '年龄',
      'needs-care': '需要照顾',
      'wrong-lane': '队列取错',
      'manager-decision': '主管决定',
    } satisfies Record<LaneReason, string>,
    because: (reason: string) => `原因：${reason}。`,
    parked: (at: string, until: string) => `${at}：暂离，须在 ${until} 前返回`,
    resumed: (away: string) => `暂离 ${away} 后返回排队`,
    resumedCarried: '暂离后返回排队',
    resumedLate: (away: string) => `暂离超时（${away}），自动返回排队`,
    preparing: '先填单，暂不叫号，名次保留',
    prepareReason: {
      'forms-missing': '表单未填好',
      'documents-missing': '资料不齐',
      'customer-asked': '客户要求',
    } satisfies Record<PrepareReason, string>,
    sentBack: (at: string) => `${at}：退回补填表单，窗口空出`,
    ready: '表单已备好，返回排队',
    samePlace: '名次不变',
    via: {
      kiosk: '在取号机',
      phone: '在手机号票上',
      staff: '由工作人员',
      timer: '到时自动',
    } satisfies Record<Via, string>,
    /** Why somebody went round the rule. */
    overridden: (reason: string) => `破例排在最前，原因：${reason}。`,
    override: {
      'wrongly-missed': '误过号',
      'needs-care': '需要照顾',
      'continues-service': '续办业务',
      complaint: '投诉',
      emergency: '紧急情况',
    } satisfies Record<OverrideReason, string>,
    firstByRule: '按规则排在最前。',
    lastByRule: '按规则排到本队列最后，等候时间重新起计。',
    waitFrom: (since: string) => `等候改为自 ${since} 起计。`,
    missedRule: (version: number, config: number) =>
      `过号规则第 ${version} 版；配置第 ${config} 版。`,
    ruleVersion: (version: number) => `过号规则第 ${version} 版。`,
    early: (reason: string) => `提前过号，原因：${reason}。`,
    earlyReason: {
      'customer-left': '客户已离开',
      'customer-asked': '客户要求',
      'looked-for': '已寻找客户',
      emergency: '紧急情况',
    } satisfies Record<EarlyMissReason, string>,
    timer: '到时由系统自动过号。',
    tolerance: (calls: number) => `本队列再叫 ${calls} 个号仍未返回，即作废。`,
    returnsAt: (time: string) => `${time} 自动返回排队。`,
    whyEnded: {
      'no-return-left': '返回次数已用完',
      'time-over': '超过时限',
      'tolerance-over': '本队列已叫过规定的号数',
      released: '窗口被放开',
      'lease-over': '占用超时',
    } satisfies Record<WhyEnded, string>,
  },
  {
    en: {
      proof: (kind) => `The lane was opened by: ${kind}.`,
      proofKind: {
        directory: 'the customer directory',
        card: 'a card',
        declared: 'the customer’s own word',
        staff: 'staff',
        appointment: 'a booking',
      },
      further: (names) => `Services to follow: ${names}.`,
      formsMissing: 'Its forms were not ready; not called before they are.',
      preOpening: (wait) => `${wait} of the wait was before opening and counts apart.`,
      carriedFrom: (number, until) =>
        `Carried over from ${number} of the day before: still set aside${until === '' ? ', without a limit today' : ` until ${until}`}; its wait counts anew from today.`,
      carried: (number) => `Goes on as ${number}`,
      notCarried: 'Not carried over: no counter takes its service any more',
      restored: (as) => `The day opened again and the ticket goes on: ${as}`,
      restoredAs: {
        waiting: 'in line',
        missed: 'still missed',
        parked: 'still set aside',
        preparing: 'still filling in forms',
      },
      checkedIn: (booked) => `Checked in with a booking for ${booked}`,
      countsFrom: (since) =>
        `The wait counts from ${since}: the booked time or the check-in, whichever is later.`,
      serviceAdded: (service) => `One more service on the ticket: “${service}”`,
      legFinished: (at, service, took) => `“${service}” finished at ${at} after ${took}`,
      transferred: (at) => `Transferred from ${at}`,
      transferredServed: (at, took) => `Transferred from ${at} after ${took} of service`,
      redirected: 'Transferred while waiting',
      change: (fromService, fromLane, service, lane) =>
        `from “${fromService}” (${fromLane}) to “${service}” (${lane})`,
      unchanged: (service, lane) => `still for “${service}” (${lane})`,
      next: (service, lane) => `next waits for “${service}” (${lane})`,
      stays: (service, counter) =>
        `“${service}” goes on at counter ${counter}, without another call`,
      first: 'goes first',
      inOrder: 'in order',
      onlyCounter: (name) => `kept for counter ${name}`,
      onlyStaff: (id) => `kept for teller ${id}`,
      waitKept: (since) => `the wait is kept, counted from ${since}`,
      waitAnew: 'the wait begins anew',
      laneChanged: (from, to) =>
        `Moved from lane “${from}” to “${to}”, with its place and its wait`,
      laneReason: {
        'proof-shown': 'proof was shown',
        age: 'age',
        'needs-care': 'needs care',
        'wrong-lane': 'wrong lane',
        'manager-decision': 'decision of the manager',
      },
      because: (reason) => `Because: ${reason}.`,
      parked: (at, until) => `Set aside at ${at}, to be back by ${until}`,
      resumed: (away) => `Back in line after ${away} away`,
      resumedCarried: 'Back in line after being set aside',
      resumedLate: (away) => `Back in line by itself, its time over (${away} away)`,
      preparing: 'Filling in forms; not called meanwhile, the place is kept',
      prepareReason: {
        'forms-missing': 'forms not filled in',
        'documents-missing': 'documents are missing',
        'customer-asked': 'the customer asked',
      },
      sentBack: (at) => `Sent back from ${at} to correct a form`,
      ready: 'Forms ready, back in line',
      samePlace: 'at the same place',
      via: {
        kiosk: 'at the kiosk',
        phone: 'on the phone ticket',
        staff: 'through staff',
        timer: 'by itself, after the set time',
      },
      overridden: (reason) => `Put first by exception, because: ${reason}.`,
      override: {
        'wrongly-missed': 'wrongly missed',
        'needs-care': 'needs care',
        'continues-service': 'continues a service',
        complaint: 'complaint',
        emergency: 'emergency',
      },
      firstByRule: 'The rule puts it first.',
      lastByRule: 'The rule puts it last in its lane; the wait begins anew.',
      waitFrom: (since) => `The wait now counts from ${since}.`,
      missedRule: (version, config) =>
        `Rule for missed calls, version ${version}; configuration version ${config}.`,
      ruleVersion: (version) => `Rule for missed calls, version ${version}.`,
      early: (reason) => `Before the rule allows it, because: ${reason}.`,
      earlyReason: {
        'customer-left': 'the customer left',
        'customer-asked': 'the customer asked for it',
        'looked-for': 'looked for in vain',
        emergency: 'emergency',
      },
      timer: 'Declared by the system when the time had come.',
      tolerance: (calls) =>
        `Ends after ${calls} more ${calls === 1 ? 'call' : 'calls'} of the lane without a return.`,
      returnsAt: (time) => `Comes back by itself at ${time}.`,
      whyEnded: {
        'no-return-left': 'no return was left',
        'time-over': 'its time was over',
        'tolerance-over': 'as many further calls of the lane as it may outlive',
        released: 'the counter was released',
        'lease-over': 'held too long',
      },
    },
  },
);
