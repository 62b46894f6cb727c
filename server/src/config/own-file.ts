/** Files that hold a secret and belong to one user. Rules: JRN-8. Source: SEC-14. */
import { statSync } from 'node:fs';

/** Rights of the group and of everybody else. */
const OTHERS = 0o077;
/** A key that several services of one machine share belongs to a group, as Debian has it. */
const EVERYBODY = 0o007;

const openTo = (file: string, rights: number): boolean =>
  process.platform !== 'win32' && (statSync(file).mode & rights) !== 0;

/** Whether somebody else than its user may read or change the file. Throws where there is none. */
export const isOpenToOthers = (file: string): boolean => openTo(file, OTHERS);

/** Whether everybody may; a group may be trusted with it. Throws where there is none. */
export const isOpenToEverybody = (file: string): boolean => openTo(file, EVERYBODY);
