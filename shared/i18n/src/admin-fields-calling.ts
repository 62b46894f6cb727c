/** Words of the fields of the calling rule and of what counters may do. For staff only. */
import type { PolicyKind } from '@tingxu/contract/config';
import type { ChoosingRole } from '@tingxu/contract/counter-rule';
import { defineArea } from './dictionary.ts';

export const fieldsCalling = defineArea(
  {
    kind: '规则',
    kindText: {
      'weighted-delay': '等候越接近承诺，越先叫到；各队列另有提前量。',
      'earliest-due': '谁的承诺时间先到，先叫谁。',
      'head-start': '按取号先后，优先队列视为提前若干分钟取号。',
      strict: '前面的队列有人时，后面的队列不叫；有越过上限保护。',
      ratio: '各队列按权重轮流叫号。',
      fifo: '不分队列，先到先办。',
    } satisfies Record<PolicyKind, string>,
    cap: '越过上限',
    capText: '一位客户最多被后来者越过多少次；到达后，后来者不能再先办。',
    capPerCounter: '按在办窗口计算',
    capFixed: '固定次数',
    perCounter: '每个在办窗口（次）',
    fixedCap: '最多（次）',
    capExample: (counters: number, times: number) =>
      `${counters} 个窗口在办时，一位客户最多被越过 ${times} 次`,
    capFixedIs: (times: number) => `一位客户最多被越过 ${times} 次`,
    laneNumbers: '各队列的数值',
    headStart: '提前量（分钟）',
    turns: '轮流权重',
    urgency: '紧迫程度',
    urgencyText: '由承诺算出：承诺越短、比例越高，等候的每一分钟越重。',

    counterRule: '窗口规则',
    chosenCallBy: '谁可指定叫号（须填原因）',
    walkUpBy: '谁可直接受理无号客户',
    role: {
      teller: '柜员',
      lobby: '大堂经理',
      supervisor: '主管',
    } satisfies Record<ChoosingRole, string>,
    calledLimit: '叫号后无人处理，多久放回队列（分钟）',
    servingLimit: '办理最长（分钟）',
    awayAfter: '暂停多久视为离开（分钟）',
    customersCancel: '客户可在取号机作废自己的号',
    visits: '多项业务与暂离',
    stay: '下一项业务留在原窗口',
    keepWait: '下一项业务保留等候时间',
    first: '下一项业务排在最前',
    park: '暂离时限（分钟）',
    parkMax: '暂离最长（分钟）',
    afterPark: '暂离超时后',
    afterParkChoice: { return: '回到队列', end: '结束' },
    carryMinutes: '结转后保留（分钟）',
  },
  {
    en: {
      kind: 'Rule',
      kindText: {
        'weighted-delay':
          'The nearer a wait is to its promise, the sooner it is called; lanes have head starts.',
        'earliest-due': 'Whose promised time comes first is called first.',
        'head-start': 'In the order of arrival, with so many minutes taken off for some lanes.',
        strict: 'A lane waits while one above it has customers; the cap on pass-overs protects it.',
        ratio: 'The lanes take turns by their weights.',
        fifo: 'First come, first served, whatever the lane.',
      },
      cap: 'Cap on pass-overs',
      capText:
        'How often later customers may go before somebody; after that nobody later goes first.',
      capPerCounter: 'By counters in service',
      capFixed: 'A fixed number',
      perCounter: 'For each counter in service',
      fixedCap: 'At most',
      capExample: (counters, times) =>
        `With ${counters} counters in service nobody is passed over more than ${times} times`,
      capFixedIs: (times) => `Nobody is passed over more than ${times} times`,
      laneNumbers: 'Numbers of the lanes',
      headStart: 'Head start (min)',
      turns: 'Turns',
      urgency: 'Urgency',
      urgencyText:
        'From the promise: the shorter it is and the more must meet it, the more each minute weighs.',

      counterRule: 'Counters',
      chosenCallBy: 'Who calls a chosen ticket, with a reason',
      walkUpBy: 'Who serves a customer without a ticket',
      role: { teller: 'tellers', lobby: 'lobby managers', supervisor: 'supervisors' },
      calledLimit: 'Called without a result: back in line after (min)',
      servingLimit: 'A service lasts at most (min)',
      awayAfter: 'A pause counts as away after (min)',
      customersCancel: 'Customers may give up their ticket at the kiosk',
      visits: 'Several services, set aside',
      stay: 'The next service stays at the counter',
      keepWait: 'The next service keeps the wait',
      first: 'The next service goes first',
      park: 'Set aside for (min)',
      parkMax: 'Set aside at most (min)',
      afterPark: 'When that time is over',
      afterParkChoice: { return: 'back in line', end: 'the ticket ends' },
      carryMinutes: 'Then kept for (min)',
    },
  },
);
