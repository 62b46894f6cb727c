/** Words for a change of the configuration. For staff only. */
import type { ConflictKind } from '@tingxu/contract/configuration';
import { defineArea } from './dictionary.ts';

/** `tickets` are numbers, joined; empty when none is concerned. */
type TellConflict = (id: string, tickets: string) => string;

export const configuration = defineArea(
  {
    /** By the member's name, wherever it stands; a member without a word is told by its name. */
    member: {
      name: '名称',
      hint: '说明',
      series: '号码字母',
      promise: '承诺',
      targetMs: '目标等候时间',
      sharePermille: '达标比例',
      creditMs: '提前量',
      weight: '轮流权重',
      selfSelect: '客户可自选',
      missed: '过号规则',
      version: '规则版本',
      minCalls: '最少叫号次数',
      intervalMs: '叫号间隔',
      minTotalMs: '首次叫号至过号的最短时间',
      returnAfterCalls: '回来后隔几号',
      maxReturns: '可回来次数',
      validMs: '过号有效时间',
      returnPlace: '回来后的位置',
      waitCreditPermille: '保留的等候时间',
      toleranceCalls: '过号后再叫几号作废',
      autoMissMs: '自动过号',
      autoReturnMs: '自动返回',
      escortMs: '寻找客户的时间',
      returnBy: '返回方式',
      expectedServiceMs: '预计办理时间',
      label: '窗口显示',
      skills: '可办业务',
      secondary: '次要业务',
      dedicated: '专用窗口',
      lanes: '队列',
      helpsAfterMs: '空闲多久后协助',
      services: '业务',
      counters: '窗口',
      policy: '叫号规则',
      kind: '规则',
      passOverPermille: '越过上限（每窗口）',
      passOverCap: '越过上限',
      zone: '时区',
      cutOverHour: '换日时间',
      defaultLane: '默认队列',
      customersCancel: '客户可自行取消',
      autoCall: '办结后自动叫号',
      counterRule: '窗口规则',
      chosenCallBy: '可指定叫号的岗位',
      walkUpBy: '可直接受理的岗位',
      calledLimitMs: '叫号占用时限',
      servingLimitMs: '办理占用时限',
      proof: '队列凭据',
      classes: '客户等级',
      fromAge: '起始年龄',
      declared: '本人声明',
      staff: '工作人员可加入',
      checkIn: '预约签到',
      service: '业务',
      limitMs: '等候上限',
    } as Readonly<Record<string, string>>,
    part: { lanes: '队列', services: '业务', counters: '窗口' } as Readonly<Record<string, string>>,
    named: (part, id) => `${part} ${id}`,
    under: (whole, member) => `${whole}的${member}`,
    added: (what, to) => `新增${what}${to === '' ? '' : `：${to}`}`,
    removed: (what, from) => `取消${what}${from === '' ? '' : `（原为 ${from}）`}`,
    changed: (what, from, to) => `${what}：${from} → ${to}`,
    moved: (what, to) => `${what}的顺序改为 ${to}`,
    list: (texts) => texts.join('、'),
    yes: '是',
    no: '否',
    hours: (count) => `${count} 小时`,
    minutes: (count) => `${count} 分钟`,
    seconds: (count) => `${count} 秒`,
    conflict: {
      hall: (id) => `这是大厅 ${id} 的配置`,
      zone: () => '营业中不能改时区，请改为下一营业日生效',
      'cut-over': () => '营业中不能改换日时间，请改为下一营业日生效',
      lane: (id, tickets) => `队列 ${id} 里还有号码：${tickets}`,
      service: (id, tickets) => `业务 ${id} 还有号码：${tickets}`,
      counter: (id, tickets) => `窗口 ${id} 正在服务${tickets === '' ? '' : `（${tickets}）`}`,
      unserved: (id, tickets) => `没有窗口再办业务 ${id}，但还有号码：${tickets}`,
    } satisfies Record<ConflictKind, TellConflict>,
    history: {
      changed: (version) => `配置改为第 ${version} 版`,
      planned: (version) => `计划启用第 ${version} 版`,
      postponed: (version) => `第 ${version} 版推迟到下一营业日`,
      'took-effect': (version) => `计划的第 ${version} 版已生效`,
      withdrawn: (version) => `撤回计划（第 ${version} 版）`,
    },
  } satisfies Words,
  {
    en: {
      member: {
        name: 'name',
        hint: 'hint',
        series: 'letter',
        promise: 'promise',
        targetMs: 'target wait',
        sharePermille: 'share within the target',
        creditMs: 'head start',
        weight: 'turns',
        selfSelect: 'chosen by customers',
        missed: 'missed rule',
        version: 'rule version',
        minCalls: 'least calls',
        intervalMs: 'time between calls',
        minTotalMs: 'least time before a miss',
        returnAfterCalls: 'calls before a returned ticket',
        maxReturns: 'returns',
        validMs: 'time to come back',
        returnPlace: 'place after a return',
        waitCreditPermille: 'wait kept after a return',
        toleranceCalls: 'calls until a missed number dies',
        autoMissMs: 'missed by itself after',
        autoReturnMs: 'back by itself after',
        escortMs: 'time to look for the customer',
        returnBy: 'ways to come back',
        expectedServiceMs: 'expected service time',
        label: 'label',
        skills: 'services taken',
        secondary: 'secondary services',
        dedicated: 'kept for',
        lanes: 'lanes',
        helpsAfterMs: 'helps others after',
        services: 'services',
        counters: 'counters',
        policy: 'calling rule',
        kind: 'rule',
        passOverPermille: 'pass-overs per counter',
        passOverCap: 'most pass-overs',
        zone: 'time zone',
        cutOverHour: 'cut-over hour',
        defaultLane: 'default lane',
        customersCancel: 'customers may cancel',
        autoCall: 'calls by itself',
        counterRule: 'counter rule',
        chosenCallBy: 'may call a chosen ticket',
        walkUpBy: 'may serve a walk-up',
        calledLimitMs: 'longest call',
        servingLimitMs: 'longest service',
        proof: 'proof',
        classes: 'classes',
        fromAge: 'from age',
        declared: 'by own word',
        staff: 'by staff',
        checkIn: 'by check-in',
        service: 'service',
        limitMs: 'longest wait',
      },
      part: { lanes: 'lane', services: 'service', counters: 'counter' },
      named: (part, id) => `${part} ${id}`,
      under: (whole, member) => `${whole}, ${member}`,
      added: (what, to) => `new: ${what}${to === '' ? '' : ` (${to})`}`,
      removed: (what, from) => `no longer: ${what}${from === '' ? '' : ` (was ${from})`}`,
      changed: (what, from, to) => `${what}: ${from} → ${to}`,
      moved: (what, to) => `order of ${what}: ${to}`,
      list: (texts) => texts.join(', '),
      yes: 'yes',
      no: 'no',
      hours: (count) => `${count} h`,
      minutes: (count) => `${count} min`,
      seconds: (count) => `${count} s`,
      conflict: {
        hall: (id) => `this is the configuration of hall ${id}`,
        zone: () => 'the time zone is fixed while a day is open; let it take effect the next day',
        'cut-over': () =>
          'the cut-over hour is fixed while a day is open; let it take effect the next day',
        lane: (id, tickets) => `lane ${id} still has tickets: ${tickets}`,
        service: (id, tickets) => `service ${id} still has tickets: ${tickets}`,
        counter: (id, tickets) =>
          `counter ${id} is in service${tickets === '' ? '' : ` (${tickets})`}`,
        unserved: (id, tickets) =>
          `no counter would take service ${id}, which still has tickets: ${tickets}`,
      },
      history: {
        changed: (version) => `changed to version ${version}`,
        planned: (version) => `version ${version} planned`,
        postponed: (version) => `version ${version} put off to the next day`,
        'took-effect': (version) => `planned version ${version} took effect`,
        withdrawn: (version) => `plan withdrawn (version ${version})`,
      },
    },
  },
);

type Words = {
  readonly member: Readonly<Record<string, string>>;
  readonly part: Readonly<Record<string, string>>;
  readonly named: (part: string, id: string) => string;
  readonly under: (whole: string, member: string) => string;
  readonly added: (what: string, to: string) => string;
  readonly removed: (what: string, from: string) => string;
  readonly changed: (what: string, from: string, to: string) => string;
  readonly moved: (what: string, to: string) => string;
  readonly list: (texts: readonly string[]) => string;
  readonly yes: string;
  readonly no: string;
  readonly hours: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly seconds: (count: number) => string;
  readonly conflict: Readonly<Record<ConflictKind, TellConflict>>;
  readonly history: Readonly<
    Record<
      'changed' | 'planned' | 'postponed' | 'took-effect' | 'withdrawn',
      (version: number) => string
    >
  >;
};
