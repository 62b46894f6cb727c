/** What is wrong with a field of the configuration, said beside the field. For staff only. */
import { defineArea } from './dictionary.ts';

export const adminFaults = defineArea(
  {
    missing: '请填写',
    missingNumber: '请填写数字',
    least: (least: string) => `不小于 ${least}`,
    most: (most: string) => `不大于 ${most}`,
    leastRows: '至少要有一项',
    mostRows: (most: number) => `最多 ${most} 项`,
    mostLetters: (most: number) => `最多 ${most} 个字`,
    minutes: (count: string) => `${count} 分钟`,
    seconds: (count: string) => `${count} 秒`,
    percent: (count: string) => `${count}%`,
    form: '格式不对',
    formOf: {
      id: '小写字母、数字、连字符，最长 32 位',
      series: '一个大写字母，不用 I、O、Q、S、Z',
      text: '请填写文字',
      time: '时间格式如 09:00',
      date: '日期格式如 2027-01-01',
    },
    unknownMember: (names: string, meant: string | null) =>
      meant ? `不认识的设置：${names}（是否指 ${meant}？）` : `不认识的设置：${names}`,
    type: {
      number: '须是数字',
      int: '须是整数',
      string: '须是文字',
      boolean: '须是 true 或 false',
      array: '须是列表',
      object: '须是一组设置',
      record: '须是一组设置',
    } as Readonly<Record<string, string>>,
    choice: (values: string) => `只能是：${values}`,
    /** By the code of the reader of YAML. */
    syntax: {
      DUPLICATE_KEY: '同一项写了两次',
      TAB_AS_INDENT: '不能用制表符缩进，请用空格',
      BAD_INDENT: '缩进不对',
      MISSING_CHAR: '少了冒号、引号或括号',
      BAD_ALIAS: '引用的名称不存在',
      MULTIPLE_DOCS: '一个文件只能有一份配置',
    } as Readonly<Record<string, string>>,
    syntaxOther: '写法有误，无法读取',
    /** By the sentence of the contract. */
    rule: {
      'two lanes share an id': '两个队列的编号相同',
      'two services share an id': '两项业务的编号相同',
      'two counters share an id': '两个窗口的编号相同',
      'two counters share a label': '两个窗口的显示相同',
      'a lane of check-ins cannot be chosen by everybody': '预约签到的队列不能由客户自选',
      'a skill stands twice at the counter': '同一业务在窗口出现两次',
      'a service is secondary twice at the counter': '同一业务在窗口两次设为次要',
      'a secondary service is no skill of its counter': '次要业务不在窗口的业务之中',
      'a counter needs a service that is not secondary': '窗口至少要有一项主要业务',
      'a counter is dedicated twice to a lane': '专用队列重复',
      'not an IANA time zone': '没有这个时区',
      'defaultLane is no lane of this hall': '默认队列不存在，请选择一个队列',
      'defaultLane is a lane of check-ins': '默认队列不能是预约签到的队列',
      'a counter has a skill that is no service of this hall': '窗口有不存在的业务',
      'a counter is dedicated to a lane that is none of this hall': '专用队列不存在',
      'appointments name a service that is none of this hall': '预约中有不存在的业务',
      'appointments name a lane that is none of this hall': '预约签到的队列不存在',
      'posted hours overlap, run backwards or cross the cut-over hour':
        '时间段重叠、先后颠倒，或跨过换日时间',
      'posted hours name one of the lanes that is none of this hall': '单独的时间：队列不存在',
      'posted hours name one of the services that is none of this hall': '单独的时间：业务不存在',
      'a class stands twice': '客户等级重复',
      'a lane of check-ins opens by nothing else': '预约签到的队列不能有其他条件',
      'nothing opens the lane': '没有任何条件可以进入此队列',
      'the hours end before they begin': '结束时间早于开始时间',
      'a service can be booked twice': '同一业务可预约两次',
      'two notices share an id': '两条通知的编号相同',
      'two tables share an id': '两个公示表的编号相同',
      'the last day is before the first': '截止日早于起始日',
      'a row has not as many values as the table has columns': '每行的数值个数须与列数相同',
    } as Readonly<Record<string, string>>,
    other: '不合规则',
  },
  {
    en: {
      missing: 'Needed',
      missingNumber: 'A number is needed',
      least: (least) => `At least ${least}`,
      most: (most) => `At most ${most}`,
      leastRows: 'At least one is needed',
      mostRows: (most) => `At most ${most}`,
      mostLetters: (most) => `At most ${most} characters`,
      minutes: (count) => `${count} min`,
      seconds: (count) => `${count} s`,
      percent: (count) => `${count}%`,
      form: 'Not in the right form',
      formOf: {
        id: 'Lower-case letters, digits, hyphens; at most 32',
        series: 'One capital letter, none of I, O, Q, S, Z',
        text: 'A text is needed',
        time: 'A time like 09:00',
        date: 'A date like 2027-01-01',
      },
      unknownMember: (names, meant) =>
        meant ? `Unknown setting: ${names} (did you mean ${meant}?)` : `Unknown settings: ${names}`,
      type: {
        number: 'Needs a number',
        int: 'Needs a whole number',
        string: 'Needs a text',
        boolean: 'Needs true or false',
        array: 'Needs a list',
        object: 'Needs settings of its own',
        record: 'Needs settings of its own',
      },
      choice: (values) => `One of: ${values}`,
      syntax: {
        DUPLICATE_KEY: 'Stands twice',
        TAB_AS_INDENT: 'Indent by spaces, not by tabs',
        BAD_INDENT: 'Wrongly indented',
        MISSING_CHAR: 'A colon, quotation mark or bracket is missing',
        BAD_ALIAS: 'Refers to a name that does not exist',
        MULTIPLE_DOCS: 'A file holds one configuration',
      },
      syntaxOther: 'Cannot be read',
      rule: {
        'two lanes share an id': 'Two lanes have the same id',
        'two services share an id': 'Two services have the same id',
        'two counters share an id': 'Two counters have the same id',
        'two counters share a label': 'Two counters have the same label',
        'a lane of check-ins cannot be chosen by everybody':
          'A lane of check-ins cannot be chosen by everybody',
        'a skill stands twice at the counter': 'A service stands twice at the counter',
        'a service is secondary twice at the counter':
          'A service is secondary twice at the counter',
        'a secondary service is no skill of its counter':
          'A secondary service is none of the counter’s services',
        'a counter needs a service that is not secondary':
          'The counter needs a service that is not secondary',
        'a counter is dedicated twice to a lane': 'A lane stands twice',
        'not an IANA time zone': 'There is no such time zone',
        'defaultLane is no lane of this hall': 'The default lane is gone: choose another',
        'defaultLane is a lane of check-ins': 'The default lane cannot be one of check-ins',
        'a counter has a skill that is no service of this hall':
          'The counter takes a service that does not exist',
        'a counter is dedicated to a lane that is none of this hall':
          'The counter is kept for a lane that does not exist',
        'appointments name a service that is none of this hall':
          'A service that does not exist can be booked',
        'appointments name a lane that is none of this hall':
          'The lane of booked customers does not exist',
        'posted hours overlap, run backwards or cross the cut-over hour':
          'Hours overlap, run backwards or cross the cut-over hour',
        'posted hours name one of the lanes that is none of this hall':
          'Hours of a lane that does not exist',
        'posted hours name one of the services that is none of this hall':
          'Hours of a service that does not exist',
        'a class stands twice': 'A class stands twice',
        'a lane of check-ins opens by nothing else': 'A lane of check-ins opens by nothing else',
        'nothing opens the lane': 'Nothing opens this lane',
        'the hours end before they begin': 'The hours end before they begin',
        'a service can be booked twice': 'A service can be booked twice',
        'two notices share an id': 'Two notices share an id',
        'two tables share an id': 'Two tables share an id',
        'the last day is before the first': 'The last day is before the first',
        'a row has not as many values as the table has columns':
          'Each row needs as many values as the table has columns',
      },
      other: 'Against a rule',
    },
  },
);
