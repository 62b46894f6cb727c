/** Drawings of the icons. `class="solid"` shapes are filled by currentColor. */
import type { JSX } from 'preact';

const dot = (cx: number, cy: number, r: number): JSX.Element => (
  <circle cx={cx} cy={cy} r={r} fill="currentColor" stroke="none" />
);

export const ICON_PATHS = {
  'arrow-right': <path d="M4 12h15.5M13.5 6l6 6-6 6" />,
  'arrow-left': <path d="M20 12H4.5M10.5 6l-6 6 6 6" />,
  'chevron-down': <path d="m6 9.5 6 6 6-6" />,
  'chevron-right': <path d="m9.5 6 6 6-6 6" />,
  pause: <path d="M8.5 5v14M15.5 5v14" stroke-width="2.6" />,
  play: <path d="M7.5 4.8v14.4L19 12z" />,
  bell: (
    <>
      <path d="M12 3.2c-3.6 0-6 2.7-6 6.2v4.2L4.2 17h15.6L18 13.6V9.4c0-3.5-2.4-6.2-6-6.2z" />
      <path d="M9.8 20.2a2.4 2.4 0 0 0 4.4 0" />
    </>
  ),
  sound: (
    <>
      <path d="M4 9.4v5.2h3.6l4.9 4.2V5.2L7.6 9.4z" />
      <path d="M15.8 9a4.2 4.2 0 0 1 0 6M18.4 6.2a8.2 8.2 0 0 1 0 11.6" />
    </>
  ),
  'sound-off': (
    <>
      <path d="M4 9.4v5.2h3.6l4.9 4.2V5.2L7.6 9.4z" />
      <path d="m16 9.4 5.2 5.2M21.2 9.4 16 14.6" />
    </>
  ),
  check: <path d="m4.5 12.8 5 5 10-11.3" />,
  cross: <path d="m6 6 12 12M18 6 6 18" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.8" />
      <path d="M12 7v5.2l3.6 2.2" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="7.8" r="4" />
      <path d="M4.5 20.5c.6-4 3.6-6.3 7.5-6.3s6.9 2.3 7.5 6.3" />
    </>
  ),
  people: (
    <>
      <circle cx="9" cy="8" r="3.6" />
      <path d="M2.5 20c.5-3.7 3.1-5.8 6.5-5.8s6 2.1 6.5 5.8" />
      <path d="M15.6 4.8a3.6 3.6 0 0 1 0 6.4M18.2 14.8c1.9.9 3 2.6 3.3 5.2" />
    </>
  ),
  star: (
    <path
      d="m12 3.2 2.7 5.6 6.1.8-4.5 4.2 1.1 6.1L12 17l-5.4 2.9 1.1-6.1L3.2 9.6l6.1-.8z"
      fill="currentColor"
    />
  ),
  cane: (
    <>
      <circle cx="9.5" cy="4.6" r="2.2" fill="currentColor" />
      <path d="M8.8 9.5 8 15l2.8 2.2.4 4M8 15l-2.4 6.2M8.8 9.8l3.2 3.4h3.4" />
      <path d="M17.6 21.2v-8.4a1.9 1.9 0 0 0-2.9-1.6" />
    </>
  ),
  ticket: (
    <>
      <path d="M4 5.5h16v4.2a2.4 2.4 0 0 0 0 4.6v4.2H4v-4.2a2.4 2.4 0 0 0 0-4.6z" />
      <path d="M9.5 9.2v5.6" />
    </>
  ),
  counter: (
    <>
      <path d="M3.5 13.5h17M5.5 13.5v6.7h13v-6.7" />
      <circle cx="12" cy="6.2" r="2.6" />
      <path d="M7.8 13.3c.3-2.3 2-3.6 4.2-3.6s3.9 1.3 4.2 3.6" />
    </>
  ),
  plug: (
    <>
      <path d="M8.5 3.5V8M15.5 3.5V8M6 8h12v3.5a6 6 0 0 1-12 0z" />
      <path d="M12 17.5v3.5" />
    </>
  ),
  offline: (
    <>
      <path d="M8.5 3.5v1M15.5 3.5V8H18v3.5a6 6 0 0 1-.6 2.6M6 8.2v3.3a6 6 0 0 0 8.8 5.3M12 17.5v3.5" />
      <path d="m3.5 3.5 17 17" />
    </>
  ),
  alert: (
    <>
      <path d="M12 3.8 21.5 20h-19z" />
      <path d="M12 10v4.6" />
      {dot(12, 17.3, 1.2)}
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="8.8" />
      <path d="M12 11v5.5" />
      {dot(12, 7.7, 1.2)}
    </>
  ),
  help: (
    <>
      <circle cx="12" cy="12" r="8.8" />
      <path d="M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.4-1.3 1-1.3 1.9" />
      {dot(12, 16.9, 1.2)}
    </>
  ),
  refresh: (
    <>
      <path d="M19.8 10.5A8 8 0 0 0 5 8.2M4.2 13.5A8 8 0 0 0 19 15.8" />
      <path d="M4.6 3.8v4.7h4.7M19.4 20.2v-4.7h-4.7" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="8.8" />
      <path d="M3.2 12h17.6M12 3.2c2.5 2.5 3.7 5.4 3.7 8.8S14.5 18.3 12 20.8C9.5 18.3 8.3 15.4 8.3 12S9.5 5.7 12 3.2z" />
    </>
  ),
  'text-size': <path d="M2.8 19 8.6 5l5.8 14M4.8 14.2h7.6M15.2 19l3.2-7.6 3.2 7.6M16.4 16.4h4" />,
  shield: <path d="M12 3.2 4.8 6v5.4c0 4.5 2.9 7.8 7.2 9.4 4.3-1.6 7.2-4.9 7.2-9.4V6z" />,
  search: (
    <>
      <circle cx="10.8" cy="10.8" r="6.8" />
      <path d="m16 16 4.8 4.8" />
    </>
  ),
} as const satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof ICON_PATHS;
