/**
 * What a customer reads at the kiosk when the server says no. Few sentences, each naming a way on;
 * causes that only staff or technicians can act on read the same.
 */
import type { ProblemCode } from '@tingxu/contract/problems';
import { definePublicArea } from './dictionary.ts';

const ASK = {
  'zh-CN': '请找工作人员帮您取号。',
  'zh-HK': '請找職員協助您取籌。',
  en: 'Please ask our staff to help you.',
};
const AGAIN = {
  'zh-CN': '请稍候再试一次。',
  'zh-HK': '請稍候再試一次。',
  en: 'Please try again in a moment.',
};

const askCodes = [
  'day-already-open',
  'day-not-later',
  'day-has-live-tickets',
  'configuration-in-file',
  'configuration-stale',
  'configuration-conflict',
  'configuration-plan-absent',
  'service-unknown',
  'lane-unknown',
  'lane-needs-staff',
  'lane-needs-proof',
  'lane-needs-reason',
  'lane-needs-check-in',
  'service-not-bookable',
  'slot-unknown',
  'slot-passed',
  'slot-full',
  'booking-exists',
  'booking-unknown',
  'booking-checked-in',
  'booking-other-day',
  'check-in-too-early',
  'check-in-too-late',
  'issuing-not-changed',
  'instant-passed',
  'counter-unknown',
  'counter-already-open',
  'counter-closed',
  'counter-paused',
  'counter-not-paused',
  'counter-busy',
  'staff-at-other-counter',
  'nobody-waiting',
  'counter-dedicated',
  'ticket-not-in-state',
  'ticket-at-other-counter',
  'ticket-kept',
  'wait-is-kept',
  'miss-too-early',
  'counter-not-skilled',
  'choice-not-allowed',
  'would-pass-protected',
  'help-already-called',
  'help-not-called',
  'override-not-allowed',
  'return-channel-closed',
  'cancel-needs-staff',
  'too-many-services',
  'transfer-needs-target',
  'staff-not-signed-in',
  'lane-unchanged',
  'park-too-long',
  'malformed-request',
  'validation-failed',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'unauthenticated',
  'forbidden',
  'hall-unknown',
  'day-unknown',
  'version-unknown',
  'route-unknown',
  'method-not-allowed',
  'payload-too-large',
  'unsupported-media-type',
  'upgrade-required',
] as const satisfies readonly ProblemCode[];

const againCodes = [
  'too-many-requests',
  'hall-halted',
  'server-stopping',
  'internal-error',
] as const satisfies readonly ProblemCode[];

function every<C extends string>(codes: readonly C[], text: string): Readonly<Record<C, string>> {
  return Object.fromEntries(codes.map((code) => [code, text])) as Record<C, string>;
}

export const problemsPublic = definePublicArea(
  {
    ...every(askCodes, ASK['zh-CN']),
    ...every(againCodes, AGAIN['zh-CN']),
    'day-not-open': '现在未营业，请在营业时间取号。',
    'issuing-not-yet': '尚未到取号时间，请稍候。',
    'issuing-over': '今日取号时间已过，请咨询工作人员。',
    'issuing-stopped': '现在暂停取号，请咨询工作人员。',
    'service-without-counter': '暂无窗口办理此业务，请咨询工作人员。',
    'ticket-unknown': '今日没有这个号码，请核对。',
    'ticket-ended': '此号码已结束，请重新取号。',
    'return-expired': '已过时限，请重新取号。',
    'link-unknown': '链接不对，请重新扫描号票上的二维码。',
  } satisfies Record<ProblemCode, string>,
  {
    'zh-HK': {
      ...every(askCodes, ASK['zh-HK']),
      ...every(againCodes, AGAIN['zh-HK']),
      'day-not-open': '現已休息，請在營業時間取籌。',
      'issuing-not-yet': '尚未到取籌時間，請稍候。',
      'issuing-over': '今日取籌時間已過，請向職員查詢。',
      'issuing-stopped': '現正暫停取籌，請向職員查詢。',
      'service-without-counter': '暫無櫃位辦理此服務，請向職員查詢。',
      'ticket-unknown': '今日沒有這個號碼，請核對。',
      'ticket-ended': '此號碼已結束，請重新取籌。',
      'return-expired': '已過時限，請重新取籌。',
      'link-unknown': '連結不正確，請重新掃描號票上的二維碼。',
    },
    en: {
      ...every(askCodes, ASK.en),
      ...every(againCodes, AGAIN.en),
      'day-not-open': 'We are closed. Please come during opening hours.',
      'issuing-not-yet': 'It is too early for a number. Please wait.',
      'issuing-over': 'No more numbers today. Please ask staff.',
      'issuing-stopped': 'No numbers for now. Please ask staff.',
      'service-without-counter': 'No counter for this now. Please ask staff.',
      'ticket-unknown': 'No such number today. Please check it.',
      'ticket-ended': 'This number has ended. Please take a new one.',
      'return-expired': 'Too late to come back. Please take a new number.',
      'link-unknown': 'This link is not right. Scan the code on your ticket again.',
    },
  },
);
