/** The pages, and where the parts of a configuration are edited. */

export const PAGES = [
  'overview',
  'services',
  'lanes',
  'counters',
  'hours',
  'bookings',
  'notices',
  'calling',
  'conduct',
  'voice',
  'texts',
  'files',
  'devices',
  'staff',
  'trail',
  'review',
] as const;
export type PageName = (typeof PAGES)[number];

/** The page of an address's fragment, e.g. `#/lanes`. */
export const pageOf = (hash: string): PageName =>
  PAGES.find((name) => hash === `#/${name}`) ?? 'overview';

const BY_MEMBER: Readonly<Record<string, PageName>> = {
  services: 'services',
  serviceGroups: 'services',
  lanes: 'lanes',
  defaultLane: 'lanes',
  counters: 'counters',
  hours: 'hours',
  notices: 'notices',
  panels: 'notices',
  policy: 'calling',
  counterRule: 'conduct',
  customersCancel: 'conduct',
  phoneTickets: 'conduct',
  onePerCustomer: 'conduct',
  visits: 'conduct',
  kiosks: 'conduct',
  voice: 'voice',
  appointments: 'bookings',
};

/** Head start and turns stand with the calling rule, which gives them their meaning. */
const CALLING_MEMBERS = ['creditMs', 'weight'];

/** Where what stands at a path, e.g. `lanes.0.promise.targetMs`, is edited. */
export const placeOf = (path: string): PageName => {
  const members = path.split('.');
  const last = members.at(-1) ?? '';
  if (members[0] === 'lanes' && CALLING_MEMBERS.includes(last)) return 'calling';
  return BY_MEMBER[members[0] ?? ''] ?? 'texts';
};
