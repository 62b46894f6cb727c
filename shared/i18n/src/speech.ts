/**
 * What the kiosk says to whoever cannot see it, beside the texts of its screens. Keys are named by
 * what they do: up, down, left, OK and help stand on every pad.
 */
import { definePublicArea } from './dictionary.ts';

export const speech = definePublicArea(
  {
    welcome: '语音引导已开始',
    keys: '上下键选择，确定键确认，左键返回，求助键重听',
    /** `what` is the thing to choose. */
    option: (position: number, count: number, what: string) =>
      `第 ${position} 项，共 ${count} 项，${what}`,
    stop: '。',
    comma: '，',
    number: (spelled: string) => `您的号码是 ${spelled}`,
    lane: (name: string) => `队列，${name}`,
    typed: (spelled: string) => `已输入 ${spelled}`,
    again: '再听一遍',
    language: '换语言',
    warning: (seconds: number) => `${seconds} 秒后返回，按任意键继续`,
  },
  {
    'zh-HK': {
      welcome: '語音引導已開始',
      keys: '上下鍵選擇，確定鍵確認，左鍵返回，求助鍵重聽',
      option: (position, count, what) => `第 ${position} 項，共 ${count} 項，${what}`,
      stop: '。',
      comma: '，',
      number: (spelled) => `您的號碼是 ${spelled}`,
      lane: (name) => `隊列，${name}`,
      typed: (spelled) => `已輸入 ${spelled}`,
      again: '再聽一遍',
      language: '轉換語言',
      warning: (seconds) => `${seconds} 秒後返回，按任何鍵繼續`,
    },
    en: {
      welcome: 'Voice guidance is on',
      keys: 'Up and down choose, OK confirms, left goes back, help repeats',
      option: (position, count, what) => `${position} of ${count}, ${what}`,
      stop: '.',
      comma: ',',
      number: (spelled) => `Your number is ${spelled}`,
      lane: (name) => `Lane, ${name}`,
      typed: (spelled) => `Typed so far ${spelled}`,
      again: 'Hear it again',
      language: 'Change the language',
      warning: (seconds) => `Closing in ${seconds} seconds, press any key to stay`,
    },
  },
);
