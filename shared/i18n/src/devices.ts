/** Devices and tickets on paper, as staff read of them. */
import type { DeviceKind, DeviceRow } from '@tingxu/contract/devices';
import type { SlipFault, SlipRow } from '@tingxu/contract/slip-events';
import { defineArea } from './dictionary.ts';

export const devices = defineArea(
  {
    title: '设备',
    kind: {
      'ticket-printer': '号票打印机',
      led: 'LED 显示屏',
      caller: '窗口呼叫器',
      'card-reader': '读卡器',
      kiosk: '取号机',
    } satisfies Record<DeviceKind, string>,
    link: {
      starting: '正在连接',
      connected: '正常',
      lost: '失去连接',
    } satisfies Record<DeviceRow['link'], string>,
    trouble: {
      lost: '失去连接',
      'partly-lost': '部分无应答',
      'address-clash': '两台设备地址相同',
      'address-unknown': '有地址未登记的设备',
      'counter-unknown': '设置中的窗口不存在',
      'paper-out': '缺纸',
      'paper-low': '纸将用完',
      'cover-open': '上盖未合',
      cutter: '切刀故障',
      fault: '设备故障',
      offline: '脱机',
      'too-late': '超时未打',
      interrupted: '系统重启',
    } satisfies Record<SlipFault, string>,
    alarm: (name: string, trouble: string, addresses: readonly number[]) =>
      `${name}：${trouble}${addresses.length > 0 ? `（地址 ${addresses.join('、')}）` : ''}`,
    slip: {
      printing: '正在打印',
      printed: '已打印',
      'not-printed': '未打印',
      unsure: '可能未打完',
    } satisfies Record<SlipRow['state'], string>,
    reprint: '补打号票',
    print: '打印号票',
    documents: '打印所需材料清单',
    at: (action: string, printer: string) => `${action} · ${printer}`,
    paper: (state: string, why: string) => `纸质号票：${state}${why === '' ? '' : `（${why}）`}`,
    test: '打印测试页',
    asked: (printer: string) => `打印号票（${printer}）`,
    askedCopy: (printer: string) => `补打号票（${printer}），票面注明“补打”`,
    ended: (outcome: string, why: string) =>
      why === '' ? `号票${outcome}` : `号票${outcome}：${why}`,
  },
  {
    en: {
      title: 'Devices',
      kind: {
        'ticket-printer': 'Ticket printer',
        led: 'LED signs',
        caller: 'Counter callers',
        'card-reader': 'Card reader',
        kiosk: 'Kiosk',
      },
      link: { starting: 'connecting', connected: 'working', lost: 'not connected' },
      trouble: {
        lost: 'not connected',
        'partly-lost': 'some do not answer',
        'address-clash': 'two have the same address',
        'address-unknown': 'one has an address that is not set up',
        'counter-unknown': 'set up for a counter that is not',
        'paper-out': 'out of paper',
        'paper-low': 'paper running low',
        'cover-open': 'cover open',
        cutter: 'cutter jammed',
        fault: 'device fault',
        offline: 'offline',
        'too-late': 'not printed in time',
        interrupted: 'server restarted',
      },
      alarm: (name, trouble, addresses) =>
        `${name}: ${trouble}${addresses.length > 0 ? ` (address ${addresses.join(', ')})` : ''}`,
      slip: {
        printing: 'printing',
        printed: 'printed',
        'not-printed': 'not printed',
        unsure: 'perhaps not printed whole',
      },
      reprint: 'Print a copy',
      print: 'Print ticket',
      documents: 'Print what to bring',
      at: (action, printer) => `${action} · ${printer}`,
      paper: (state, why) => `On paper: ${state}${why === '' ? '' : ` (${why})`}`,
      test: 'Print a test page',
      asked: (printer) => `Ticket to be printed (${printer})`,
      askedCopy: (printer) => `Copy to be printed (${printer}), marked as a copy`,
      ended: (outcome, why) =>
        why === '' ? `Ticket ${outcome} on paper` : `Ticket ${outcome} on paper: ${why}`,
    },
  },
);
