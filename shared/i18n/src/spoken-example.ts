/** A call as it is said, for whoever sets the voice of a hall: in its own language, whatever the page speaks. */
import type { PublicLocale } from '@tingxu/contract/locale';

export const spokenExample: Readonly<Record<PublicLocale, (one: 'yi' | 'yao') => string>> = {
  'zh-CN': (one) => `请 A 0 ${one === 'yao' ? '幺' : '一'} 2 号到 3 号窗口办理业务`,
  'zh-HK': () => '請 A 0 1 2 號到 3 號櫃位',
  en: () => 'Ticket A 0 1 2, please go to counter 3',
};
