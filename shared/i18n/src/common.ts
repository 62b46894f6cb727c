/** Texts that every screen needs. Public: nothing for staff. */
import type { IssuingReason, IssuingState } from '@tingxu/contract/hours';
import { definePublicArea } from './dictionary.ts';

type NotIssuing = Exclude<IssuingState, 'open' | 'extended'>;

export const common = definePublicArea(
  {
    product: '厅序',
    confirm: '确定',
    cancel: '取消',
    back: '返回',
    close: '关闭',
    retry: '重试',
    done: '完成',
    loading: '正在载入…',
    language: '语言',
    counter: (label: string) => `${label} 号窗口`,
    ticket: '号票',
    /** Documents that a service needs, all at once. Rules: ISSUE-5. */
    bring: (documents: string) => `请备好：${documents}`,
    /** The members of a list, one after another. */
    listed: (before: string, next: string) => `${before}、${next}`,
    waiting: '等候',
    connection: {
      live: '连接正常',
      connecting: '正在连接…',
      /** `at` is a time of day with seconds. */
      stale: (at: string) => `画面停在 ${at}，内容可能已变化`,
      reconnecting: (at: string) => `连接中断，画面停在 ${at}，正在重新连接…`,
      never: '尚未连上大厅，正在连接…',
      tooOld: '页面版本已更新，正在刷新…',
    },
    unexpected: '出了点问题，请稍后再试',
    /** While no number can be had by oneself. */
    issuing: {
      'not-yet': '尚未开始取号',
      over: '今日取号已结束',
      stopped: '暂停取号',
    } satisfies Record<NotIssuing, string>,
    /** The same where it is known when it ends; `when` is a time, with its day where that is not today. */
    issuingUntil: {
      'not-yet': (when: string) => `${when} 开始取号`,
      over: (when: string) => `取号已结束，${when} 再开始`,
      stopped: (when: string) => `暂停取号，${when} 恢复`,
    } satisfies Record<NotIssuing, (when: string) => string>,
    issuingReason: {
      overcrowded: '厅内客户较多',
      equipment: '设备故障',
      emergency: '突发情况',
      'staff-shortage': '人手不足',
      'early-closing': '提前结束营业',
      'late-opening': '推迟开始营业',
      'customer-need': '应客户需要',
    } satisfies Record<IssuingReason, string>,
  },
  {
    'zh-HK': {
      product: '廳序',
      confirm: '確定',
      cancel: '取消',
      back: '返回',
      close: '關閉',
      retry: '重試',
      done: '完成',
      loading: '正在載入…',
      language: '語言',
      counter: (label) => `${label} 號櫃位`,
      ticket: '籌號',
      bring: (documents) => `請備妥：${documents}`,
      listed: (before, next) => `${before}、${next}`,
      waiting: '輪候',
      connection: {
        live: '連接正常',
        connecting: '正在連線…',
        stale: (at) => `畫面停在 ${at}，內容可能已有變`,
        reconnecting: (at) => `連線中斷，畫面停在 ${at}，正在重新連線…`,
        never: '尚未連上大堂，正在連線…',
        tooOld: '頁面版本已更新，正在重新載入…',
      },
      unexpected: '出了點問題，請稍後再試',
      issuing: {
        'not-yet': '尚未開始取籌',
        over: '今日取籌已結束',
        stopped: '暫停取籌',
      },
      issuingUntil: {
        'not-yet': (when) => `${when} 開始取籌`,
        over: (when) => `取籌已結束，${when} 再開始`,
        stopped: (when) => `暫停取籌，${when} 恢復`,
      },
      issuingReason: {
        overcrowded: '堂內客戶較多',
        equipment: '設備故障',
        emergency: '突發情況',
        'staff-shortage': '人手不足',
        'early-closing': '提早結束服務',
        'late-opening': '延遲開始服務',
        'customer-need': '應客戶需要',
      },
    },
    en: {
      product: 'Tingxu',
      confirm: 'OK',
      cancel: 'Cancel',
      back: 'Back',
      close: 'Close',
      retry: 'Try again',
      done: 'Done',
      loading: 'Loading…',
      language: 'Language',
      counter: (label) => `Counter ${label}`,
      ticket: 'Ticket',
      bring: (documents) => `Bring ${documents}`,
      listed: (before, next) => `${before}, ${next}`,
      waiting: 'Waiting',
      connection: {
        live: 'Connected',
        connecting: 'Connecting…',
        stale: (at) => `Shown as of ${at}; it may have changed since`,
        reconnecting: (at) => `Connection lost. Shown as of ${at}; reconnecting…`,
        never: 'Not connected to the hall yet; connecting…',
        tooOld: 'A new version is here; reloading…',
      },
      unexpected: 'Something went wrong. Please try again shortly.',
      issuing: {
        'not-yet': 'No numbers yet',
        over: 'No more numbers today',
        stopped: 'No numbers for now',
      },
      issuingUntil: {
        'not-yet': (when) => `Numbers from ${when}`,
        over: (when) => `No more numbers until ${when}`,
        stopped: (when) => `No numbers until ${when}`,
      },
      issuingReason: {
        overcrowded: 'The hall is very busy',
        equipment: 'Equipment failure',
        emergency: 'Emergency',
        'staff-shortage': 'Short of staff',
        'early-closing': 'Closing early',
        'late-opening': 'Opening late',
        'customer-need': 'For customers in need',
      },
    },
  },
);
