/**
 * A passphrase for one sign-in, to be told from one person to another: signs that cannot be misread, in
 * groups. Units: bits, 59 of them.
 */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const PER_GROUP = 4;

/** Without bias: a byte that would favour some signs is drawn again. */
const draw = (): string => {
  const fair = 256 - (256 % SIGNS.length);
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return SIGNS.charAt(byte % SIGNS.length);
  }
};

export const firstPassphrase = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: PER_GROUP }, draw).join('')).join('-');
