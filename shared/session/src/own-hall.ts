/** Whose page this is: the hall of the address, else the last one on this machine, as an installed page has no address. */
import { HallId } from '@tingxu/contract/ids';

const KEY = 'tingxu.hall';
/** Where nobody has said anything yet, as under the development server. */
const DEMO = 'demo';

export const ownHall = (search: string, memory: Pick<Storage, 'getItem' | 'setItem'>): HallId => {
  const named = HallId.safeParse(new URLSearchParams(search).get('hall'));
  if (!named.success) return HallId.parse(memory.getItem(KEY) ?? DEMO);
  memory.setItem(KEY, named.data);
  return named.data;
};
