/** Words of the page for the voice of a hall. For staff only. */
import { defineArea } from './dictionary.ts';

export const fieldsVoice = defineArea(
  {
    voiceOn: '语音叫号',
    voiceOnHint: '由接音箱的大屏播报；大屏地址加 voice=on',
    spokenCalls: '播报内容',
    spokenLanguage: ['第一语种', '第二语种', '第三语种'] as readonly string[],
    spokenName: { 'zh-CN': '普通话', 'zh-HK': '粤语', en: '英语' },
    spokenTimes: '每号播报次数',
    spokenTimesIs: (times: number) => `${times} 次`,
    readOne: '普通话里“1”读作',
    readOneAs: { yao: '幺（yāo）', yi: '一（yī）' },
    spokenBy: '声音',
    spokenByChoice: { clips: '系统录音', browser: '大屏浏览器的语音' },
    spokenByHint: '浏览器没有该语种或没有反应时，改用系统录音。',
    chime: '播报前有提示音',
    beginsQuiet: '每日开业时静音，只上屏不播报',
    spokenExample: (sentences: string, times: number) =>
      times === 1 ? `每号播报一次：${sentences}` : `每号播报 ${times} 次：${sentences}`,
    voiceZones: '播报区域',
    voiceZonesText: '各区域各有音箱，只播报本区域窗口的叫号。不设区域时全厅一起播报。',
    voiceZone: (id: string) => `大屏地址加 voice=${id}`,
    voiceZoneCounters: '本区域的窗口',
    newVoiceZone: '新增区域',
    onDemand: '可随时播报的内容',
    onDemandText: '由主管或大堂经理在监控页点播。换成本行录音：把同名文件放入录音文件夹。',
    onDemandSentence: {
      closing: '各位客户，本厅即将停止营业，请抓紧时间办理业务',
      'one-metre-line': '请您在一米线外等候，谢谢配合',
      'missed-list': '以下号码已过号，请到服务台：……',
    } as Readonly<Record<string, string>>,
  },
  {
    en: {
      voiceOn: 'Calls are spoken',
      voiceOnHint: 'By a board with a loudspeaker: add voice=on to its address',
      spokenCalls: 'What is said',
      spokenLanguage: ['First language', 'Second language', 'Third language'],
      spokenName: { 'zh-CN': 'Mandarin', 'zh-HK': 'Cantonese', en: 'English' },
      spokenTimes: 'Each call is said',
      spokenTimesIs: (times) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`),
      readOne: '1 in Mandarin is read',
      readOneAs: { yao: 'yāo', yi: 'yī' },
      spokenBy: 'Voice',
      spokenByChoice: {
        clips: 'Recordings of the system',
        browser: 'Voice of the board’s browser',
      },
      spokenByHint:
        'Where the browser has no voice of the language, or it does not answer, the recordings are played.',
      chime: 'A chime before the first words',
      beginsQuiet: 'Each day begins quiet: calls are shown and not spoken',
      spokenExample: (sentences, times) =>
        `${times === 1 ? 'Said once' : times === 2 ? 'Said twice' : `Said ${times} times`}: ${sentences}`,
      voiceZones: 'Zones',
      voiceZonesText:
        'Each zone has loudspeakers of its own and hears the calls of its counters. Without zones the whole hall hears every call.',
      voiceZone: (id) => `Add voice=${id} to the board’s address`,
      voiceZoneCounters: 'Counters of the zone',
      newVoiceZone: 'New zone',
      onDemand: 'Announcements on demand',
      onDemandText:
        'Announced by a supervisor or lobby manager. A recording of your own replaces one: put a file of its name into the folder of recordings.',
      onDemandSentence: {
        closing: 'The hall is about to close. Please finish your business',
        'one-metre-line': 'Please wait behind the line. Thank you',
        'missed-list': 'These numbers have been missed. Please see our staff: …',
      },
    },
  },
);
