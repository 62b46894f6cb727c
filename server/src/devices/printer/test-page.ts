/**
 * A page that shows what a printer can: both edges, its Chinese, rare characters, large digits, a code. It is
 * no ticket and says so. Rules: DEV-5.
 */
import type { DeviceId } from '@tingxu/contract/devices';
import type { Instant, Text } from '@tingxu/contract/ids';
import type { PaperWidth } from '@tingxu/contract/sheets';
import { formatClock, formatDate } from '@tingxu/i18n/format';
import type { PublicLocale } from '@tingxu/i18n/locale';
import { slip as texts } from '@tingxu/i18n/slip';
import type { Printer } from '../open-kind.ts';
import { type PaperEnd, PRINT_WITHIN_MS, slipEnd } from '../slip-end.ts';
import { DOTS, type Look, type Mark, textWidth } from './slip-marks.ts';

export type TestFacts = {
  readonly hall: Text;
  readonly zone: string;
  readonly at: Instant;
};

export type TestPlan = {
  readonly device: DeviceId;
  readonly name: Text;
  readonly paper: PaperWidth;
  readonly languages: readonly PublicLocale[];
};

/** In GB18030 one byte, two, and four: an extension, and a character of another plane. */
const SAMPLES = ['0123456789 ABCDEFGHIJKLM', '中国银行 繁體 银联 €', '㐂 㐱 䶮 𠮷'] as const;

const usual: Look = { wide: 1, high: 1, where: 'left' };
const centred: Look = { ...usual, where: 'centre' };
const text = (words: string, look: Look = usual): Mark => ({ kind: 'text', text: words, look });
const space = (dots: number): Mark => ({ kind: 'space', dots });
const RULE: Mark = { kind: 'rule' };

/** From the first dot of the head to the last: one that is cut off shows a wrong width of paper. */
const edges = (dots: number): Mark => {
  const within = Math.floor(dots / textWidth('-')) - 2;
  return text(`|${'-'.repeat(within)}|`);
};

export const testCode = (device: DeviceId, at: Instant): string =>
  `TINGXU TEST ${device} ${new Date(at).toISOString()}`;

export const testMarks = (facts: TestFacts, plan: TestPlan): readonly Mark[] => {
  const { device, name, paper, languages } = plan;
  const [main = 'zh-CN'] = languages;
  const inAll = (say: (locale: PublicLocale) => string): string =>
    [...new Set(languages.map(say))].join(' ');
  const of = (word: 'test' | 'noTicket' | 'rare' | 'edges' | 'reads'): string =>
    inAll((locale) => texts[locale][word]);
  const code = testCode(device, facts.at);
  const digits: Look = { ...centred, wide: 3, high: 4, bold: true };
  return [
    text(texts[main].test, { ...centred, wide: 2, high: 2, inverse: true }),
    space(8),
    text(of('noTicket'), { ...centred, bold: true }),
    space(8),
    text(
      inAll((locale) => facts.hall[locale] ?? facts.hall['zh-CN']),
      centred,
    ),
    text(`${name[main] ?? name['zh-CN']} · ${device} · ${paper} mm`, centred),
    text(
      `${formatDate(facts.at, facts.zone, main)} ${formatClock(facts.at, facts.zone, main)}`,
      centred,
    ),
    RULE,
    text(`${of('edges')}:`),
    edges(DOTS[paper]),
    space(8),
    ...SAMPLES.slice(0, 2).map((sample) => text(sample)),
    text(`${of('rare')}: ${SAMPLES[2]}`),
    space(8),
    text('0123456789', digits),
    space(16),
    { kind: 'qr', text: code, module: paper === 80 ? 6 : 5 },
    text(`${of('reads')}:`, centred),
    text(code, centred),
    space(16),
  ];
};

const marksFor = ({ setting }: Printer, facts: TestFacts): readonly Mark[] => {
  const { id: device, name, paper, languages = ['zh-CN', 'en'] } = setting;
  return testMarks(facts, { device, name, paper, languages });
};

export type TestPages = {
  print(printer: Printer, facts: TestFacts): Promise<PaperEnd>;
};

/** One at a time at a printer: who asks meanwhile is told the same. */
export const testPages = (): TestPages => {
  const underWay = new Map<Printer, Promise<PaperEnd>>();
  return {
    print: (printer, facts) => {
      const known = underWay.get(printer);
      if (known) return known;
      const end = printer
        .print(marksFor(printer, facts), PRINT_WITHIN_MS)
        .then(slipEnd)
        .finally(() => underWay.delete(printer));
      underWay.set(printer, end);
      return end;
    },
  };
};
