/**
 * A text as a QR code: dark on light on every theme, with the quiet zone that readers need. Drawn as
 * one path, so it is sharp at any size. Source: quality.md ACC-13.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { cx } from './lib/cx.ts';
import styles from './qr-code.module.css';

export type QrCodeProps = {
  readonly text: string;
  /** Spoken in place of the picture. */
  readonly label: string;
  readonly class?: string | undefined;
};

export function QrCode({ text, label, class: extra }: QrCodeProps): JSX.Element {
  const { size, path } = useDrawn(text);
  return (
    <svg
      class={cx(styles['code'], extra)}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      {/* Readers want dark on light, whatever the theme. */}
      <rect fill="#fff" width={size} height={size} />
      <path fill="#000" d={path} />
    </svg>
  );
}

type Drawn = { readonly size: number; readonly path: string };
const EMPTY: Drawn = { size: 1, path: '' };

/** The encoder is asked for with the page and comes after its first picture: no code is needed before. */
const loadEncoder = () => import('./lib/qr-modules.ts');
loadEncoder().catch(() => undefined);

function useDrawn(text: string): Drawn {
  const [drawn, setDrawn] = useState<Drawn & { readonly text: string }>({ ...EMPTY, text: '' });
  useEffect(() => {
    let gone = false;
    loadEncoder().then(
      ({ qrModules }) => gone || setDrawn({ ...pathOf(qrModules(text)), text }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [text]);
  return drawn.text === text ? drawn : EMPTY;
}

/** Runs of dark modules, row by row. */
const pathOf = (rows: readonly (readonly boolean[])[]): Drawn => {
  const parts: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      let end = x;
      while (row[end]) end += 1;
      parts.push(`M${x} ${y}h${end - x}v1h-${end - x}z`);
      x = end;
    }
  }
  return { size: rows.length, path: parts.join('') };
};
