/**
 * What LED signs say, from the fullest to the shortest: a sign takes the first that fits it. Each is one page
 * after another. Never a name of staff or customer.
 */
import type { PauseReason } from '@tingxu/contract/commands';
import { board } from './board.ts';
import type { PublicLocale } from './locale.ts';

/** Pages of one row each. */
type Pages = readonly string[];
type FromFullest = readonly Pages[];

export type SignTexts = {
  /** Over the counter, while its number is called. */
  calling(number: string, label: string): FromFullest;
  serving(number: string, label: string): FromFullest;
  free(label: string): FromFullest;
  paused(label: string, reason: PauseReason | null): FromFullest;
  closed(label: string): FromFullest;
  /** One row of a sign for the whole hall. */
  call(number: string, label: string): FromFullest;
  readonly noCalls: FromFullest;
  readonly hallClosed: FromFullest;
};

export const sign: Readonly<Record<PublicLocale, SignTexts>> = {
  'zh-CN': {
    calling: (number, label) => [
      [`请${number}号到${label}号窗口`],
      [`请${number}号`, `${label}号窗口`],
      [number],
    ],
    serving: (number, label) => [[`${label}号窗口 ${number}`], [number]],
    free: (label) => [[`${label}号窗口`], [label]],
    paused: (label, reason) => [
      ...(reason
        ? [
            [`${label}号窗口 暂停 ${board['zh-CN'].pauseReason[reason]}`],
            ['暂停服务', board['zh-CN'].pauseReason[reason]],
          ]
        : []),
      ['暂停服务'],
      ['暂停'],
    ],
    closed: (label) => [[`${label}号窗口 未开放`], ['未开放'], ['停']],
    call: (number, label) => [
      [`请${number}号到${label}号窗口`],
      [`${number} 到${label}号窗口`],
      [`${number}→${label}号`],
      [`${number}→${label}`],
    ],
    noCalls: [['请稍候，即将叫号'], ['请稍候']],
    hallClosed: [['现在未营业'], ['未营业']],
  },
  'zh-HK': {
    calling: (number, label) => [
      [`請${number}號到${label}號櫃位`],
      [`請${number}號`, `${label}號櫃位`],
      [number],
    ],
    serving: (number, label) => [[`${label}號櫃位 ${number}`], [number]],
    free: (label) => [[`${label}號櫃位`], [label]],
    paused: (label, reason) => [
      ...(reason
        ? [
            [`${label}號櫃位 暫停 ${board['zh-HK'].pauseReason[reason]}`],
            ['暫停服務', board['zh-HK'].pauseReason[reason]],
          ]
        : []),
      ['暫停服務'],
      ['暫停'],
    ],
    closed: (label) => [[`${label}號櫃位 未開放`], ['未開放'], ['停']],
    call: (number, label) => [
      [`請${number}號到${label}號櫃位`],
      [`${number} 到${label}號櫃位`],
      [`${number}→${label}號`],
      [`${number}→${label}`],
    ],
    noCalls: [['請稍候，即將叫號'], ['請稍候']],
    hallClosed: [['現已休息'], ['休息']],
  },
  en: {
    calling: (number, label) => [
      [`${number} to counter ${label}`],
      [number, `Counter ${label}`],
      [number],
    ],
    serving: (number, label) => [[`Counter ${label}  ${number}`], [number]],
    free: (label) => [[`Counter ${label}`], [`No. ${label}`], [label]],
    paused: (label, reason) => [
      ...(reason ? [[`Counter ${label} paused: ${board.en.pauseReason[reason]}`]] : []),
      [`Counter ${label} paused`],
      ['Paused'],
      ['--'],
    ],
    closed: (label) => [[`Counter ${label} closed`], ['Closed'], ['--']],
    call: (number, label) => [
      [`${number} to counter ${label}`],
      [`${number} to ${label}`],
      [`${number}→${label}`],
    ],
    noCalls: [['Calls will appear here'], ['Please wait']],
    hallClosed: [['We are closed'], ['Closed']],
  },
};
