// expect: nothing
import { append } from '../journal/append.ts';

/** The control: http may use the journal. */
export const used = append;
