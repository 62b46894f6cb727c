/** What was shown and said of a call, and what staff ask of the voice. For staff. */
import type { AskedKind, SilentWhy } from '@tingxu/contract/voice';
import { defineArea } from './dictionary.ts';

export const voice = defineArea(
  {
    title: '语音叫号',
    /** Beside a called number: on the screen, then from the loudspeaker. */
    shown: '已上屏',
    notShown: '未上屏',
    waiting: '待播报',
    spoken: '已播报',
    silent: '未播报',
    cancelled: '未播报',
    why: {
      quiet: '静音中',
      'no-speaker': '没有可用音箱',
      'too-late': '超过 60 秒',
      superseded: '已重新叫号',
      'cut-off': '播报中断',
      'call-over': '叫号已结束',
      interrupted: '系统重启',
    } satisfies Record<SilentWhy, string>,
    trailShown: (attempt: number) => `第 ${attempt} 次叫号已上屏`,
    trailSign: (attempt: number, sign: string, address: number) =>
      `第 ${attempt} 次叫号已在 LED 屏显示（${sign}，地址 ${address}）`,
    trailSpoken: (attempt: number) => `第 ${attempt} 次叫号已播报`,
    trailSilent: (attempt: number, why: string) =>
      `第 ${attempt} 次叫号未播报${why === '' ? '' : `：${why}`}`,
    quiet: '静音',
    quietOn: '静音中，只上屏不播报',
    /** The same on a button. */
    quietShort: '静音中',
    noSpeakerShort: '没有音箱',
    speak: '恢复播报',
    noSpeaker: '没有可用音箱，叫号只上屏',
    speaks: '叫号正常播报',
    /** Of a part of the hall. */
    noSpeakerIn: (zones: string) => `${zones}：没有可用音箱，叫号只上屏`,
    quietText: '恢复播报前的叫号不补播。',
    askedIs: (sentence: string, state: string) => `${sentence}：${state}`,
    ask: '播报一次',
    askText: '各语种各播一遍，15 秒内不重复。',
    askQuiet: '静音中不播报。',
    asked: {
      closing: '即将停止营业',
      'one-metre-line': '请在一米线外等候',
      'missed-list': '过号名单',
    } satisfies Record<AskedKind, string>,
  },
  {
    en: {
      title: 'Voice',
      shown: 'on the board',
      notShown: 'not on the board',
      waiting: 'to be spoken',
      spoken: 'spoken',
      silent: 'not spoken',
      cancelled: 'not spoken',
      why: {
        quiet: 'quiet mode',
        'no-speaker': 'no loudspeaker',
        'too-late': 'over 60 seconds old',
        superseded: 'called again',
        'cut-off': 'cut off',
        'call-over': 'the call was over',
        interrupted: 'server restarted',
      },
      trailShown: (attempt) => `Call ${attempt} was on the board`,
      trailSign: (attempt, name, address) =>
        `Call ${attempt} was on the sign ${name} (address ${address})`,
      trailSpoken: (attempt) => `Call ${attempt} was spoken`,
      trailSilent: (attempt, why) =>
        `Call ${attempt} was not spoken${why === '' ? '' : `: ${why}`}`,
      quiet: 'Quiet mode',
      quietOn: 'Quiet: calls are shown and not spoken',
      quietShort: 'Quiet',
      noSpeakerShort: 'No sound',
      speak: 'Speak again',
      noSpeaker: 'No loudspeaker: calls are only shown',
      speaks: 'Calls are spoken',
      noSpeakerIn: (zones) => `${zones}: no loudspeaker, calls are only shown`,
      quietText: 'What is called meanwhile is not said afterwards.',
      askedIs: (sentence, state) => `${sentence}: ${state}`,
      ask: 'Announce once',
      askText: 'Once in each language, and the same again after 15 seconds.',
      askQuiet: 'Nothing is spoken in quiet mode.',
      asked: {
        closing: 'We are about to close',
        'one-metre-line': 'Please wait behind the line',
        'missed-list': 'Missed numbers',
      },
    },
  },
);
