/** Says which kind of screen the page is on: everything else follows from tokens. */

export type ScreenKind = 'desk' | 'phone' | 'kiosk' | 'board';
export type Theme = 'light' | 'board';

export type Screen = {
  readonly kind: ScreenKind;
  readonly theme: Theme;
  /** Elder mode of the kiosk. */
  readonly size?: 'standard' | 'elder';
  /** Units: mm. The panel's long side; see `longSideMm`. Without it: 10-inch kiosk, 55-inch board. */
  readonly screenLongMm?: number;
  /** Units: mm. Distance of the farthest reader. Without it: 6 m for a board. */
  readonly seatMm?: number;
};

/** The long side of a panel from its diagonal and its pixels. Units: inches in, mm out. */
export function longSideMm(diagonalInches: number, widthPx: number, heightPx: number): number {
  const long = Math.max(widthPx, heightPx);
  return (diagonalInches * 25.4 * long) / Math.hypot(widthPx, heightPx);
}

export function applyScreen(root: HTMLElement, screen: Screen): void {
  root.dataset['screen'] = screen.kind;
  root.dataset['theme'] = screen.theme;
  root.dataset['size'] = screen.size ?? 'standard';
  setNumber(root, '--screen-long', screen.screenLongMm);
  setNumber(root, '--seat', screen.seatMm);
}

function setNumber(root: HTMLElement, name: string, value: number | undefined): void {
  if (value === undefined) root.style.removeProperty(name);
  else root.style.setProperty(name, String(value));
}
