/** What people type for a time of day, as the configuration writes it. Pure. */

const TYPED = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/;

/** `9`, `930`, `9:30` and `09：30` are told as `09:00` and `09:30`; anything else stays as typed. */
export const readTime = (text: string): string => {
  const clean = text.normalize('NFKC').replace(/\s/g, '');
  const [, hour, minute = '00'] = TYPED.exec(clean) ?? [];
  return hour === undefined ? clean : `${hour.padStart(2, '0')}:${minute}`;
};
