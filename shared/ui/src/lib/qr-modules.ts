/** The modules of a QR code, true where dark, with a quiet zone of four on each side. Pure. */
import encodeQR from 'qr';

const QUIET = 4;

/** About a seventh of it may be covered or smudged: it is read from a screen at an angle, or from thermal paper. */
export const qrModules = (text: string): boolean[][] =>
  encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
