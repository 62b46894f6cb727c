/** The first minutes of whoever is new at a screen: a few short steps, each about one thing on it. */
import { defineArea } from './dictionary.ts';

type Step = { readonly title: string; readonly text: string };

export const guide = defineArea(
  {
    label: '新手引导',
    step: (step: number, of: number) => `${step} / ${of}`,
    next: '下一步',
    back: '上一步',
    done: '知道了',
    skip: '跳过',
    teller: {
      main: { title: '空格走完全程', text: '叫号、开始、办结都按空格。按钮上写着下一步做什么。' },
      ticket: {
        title: '当前客户',
        text: '号码、业务、已办多久都在这里。需要材料的业务按 E 查验。',
      },
      miss: { title: '过号由系统计次', text: '叫够次数、间隔够长，过号才能按；还差多少写在键上。' },
      transfer: {
        title: '一个字母，再按数字',
        text: '转移、暂离、客户返回、求助都这样操作，Esc 返回。不常用的在“更多”里。',
      },
      waiting: { title: '下一位是谁', text: '名单第一位就是下一位，空闲时并写明原因。' },
      help: { title: '需要帮忙', text: '按 H 呼叫大堂经理；按 ? 查看全部按键，也可重看本引导。' },
    },
    lobby: {
      people: { title: '厅内客户', text: '等得久、被越过多的排在前面。点一位，就能处理。' },
      find: { title: '按号查找', text: '输入号码的几位数字，已离厅的也能查到。' },
      issue: { title: '帮客户取号', text: '开门前也可以发号，发完把手机给客户看。' },
      tasks: { title: '等着您的事', text: '窗口呼叫和要陪同的客户在这里，有事会显示数字。' },
    },
    supervisor: {
      alarms: { title: '有事先看这里', text: '该处理的事显示在画面最上方；没有事就不显示。' },
      lanes: { title: '队列与承诺', text: '每个队列等了多久、达到承诺没有，一眼可见。' },
      find: { title: '查一个号', text: '输入号码看全程；输入两个号码，看谁先谁后、为什么。' },
      day: { title: '营业日', text: '开始、结束营业日，暂停或延长取号，都会记下原因。' },
    },
    admin: {
      nav: {
        title: '每页管一件事',
        text: '业务、队列、窗口、时间……改动先存为草稿，不会马上生效。',
      },
      draft: { title: '草稿一直在这里', text: '改了几处、有没有错误，随时可见，可撤销、可放弃。' },
      review: { title: '先看影响，再生效', text: '检查会影响谁，再选马上、定时或下一营业日生效。' },
      files: { title: '导入与导出', text: '整套设置可以存成文件，也可以从文件读回。' },
    },
  },
  {
    en: {
      label: 'First steps',
      step: (step, of) => `${step} of ${of}`,
      next: 'Next',
      back: 'Back',
      done: 'Got it',
      skip: 'Skip',
      teller: {
        main: {
          title: 'Space does the round',
          text: 'Call, start and finish are all Space. The button says what comes next.',
        },
        ticket: {
          title: 'The customer at hand',
          text: 'Number, service and time are here. Where documents are needed, E checks them.',
        },
        miss: {
          title: 'The system counts the calls',
          text: 'Missed works after enough calls, far enough apart; the key says what is lacking.',
        },
        transfer: {
          title: 'A letter, then digits',
          text: 'Transfer, set aside, who is back and help work like this. Esc goes back. “More” has the rest.',
        },
        waiting: {
          title: 'Who is next',
          text: 'The first of the list is called next, and while you are free it says why.',
        },
        help: {
          title: 'When you need somebody',
          text: 'H calls the lobby manager. ? shows every key, and these steps again.',
        },
      },
      lobby: {
        people: {
          title: 'Everybody in the hall',
          text: 'Whoever waits too long or was passed over stands first. Touch one to act.',
        },
        find: {
          title: 'Find a number',
          text: 'A few digits will do, also of those who have left.',
        },
        issue: {
          title: 'Take a number for somebody',
          text: 'Also before the doors open. Then show your phone to the customer.',
        },
        tasks: {
          title: 'What waits for you',
          text: 'Calls from counters and customers to accompany. A figure says how many.',
        },
      },
      supervisor: {
        alarms: {
          title: 'Look here first',
          text: 'What needs you stands at the top of the page. When nothing does, nothing is there.',
        },
        lanes: {
          title: 'Lanes and their promises',
          text: 'How long each lane waits, and whether it keeps its promise.',
        },
        find: {
          title: 'Ask about a number',
          text: 'One number shows its whole trail; two show who came first, and why.',
        },
        day: {
          title: 'The business day',
          text: 'Open and close it, stop or extend issuing; the reason is always recorded.',
        },
      },
      admin: {
        nav: {
          title: 'One page for one thing',
          text: 'Services, lanes, counters, hours … A change is a draft first, not in force.',
        },
        draft: {
          title: 'The draft is always here',
          text: 'How much it changes and what is wrong with it; undo or discard at any time.',
        },
        review: {
          title: 'See the effect first',
          text: 'Look at whom it touches, then apply it now, at a time, or on the next day.',
        },
        files: {
          title: 'Import and export',
          text: 'All settings fit into one file, and come back from one.',
        },
      },
    },
  },
);

/** The roles that have a guide, and the steps of each in their order. */
export const GUIDES = {
  teller: ['main', 'ticket', 'miss', 'transfer', 'waiting', 'help'],
  lobby: ['people', 'find', 'issue', 'tasks'],
  supervisor: ['alarms', 'lanes', 'find', 'day'],
  admin: ['nav', 'draft', 'review', 'files'],
} as const;
export type GuideRole = keyof typeof GUIDES;

export const guideSteps = (
  texts: Readonly<Record<GuideRole, Readonly<Record<string, Step>>>>,
  role: GuideRole,
): readonly (Step & { readonly key: string })[] =>
  GUIDES[role].flatMap((key) => {
    const step = texts[role][key];
    return step ? [{ key, ...step }] : [];
  });
