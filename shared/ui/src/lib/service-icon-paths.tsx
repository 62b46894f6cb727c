/** Drawings of the services of a bank, in the manner of the icons: 24-unit grid, one stroke weight. */
import type { ServiceIcon } from '@tingxu/contract/service-look';
import type { JSX } from 'preact';

const ROOF = 'M3.5 20.5h17';

export const SERVICE_ICON_PATHS: Readonly<Record<ServiceIcon, JSX.Element>> = {
  cash: (
    <>
      <rect x="2.5" y="6" width="19" height="12" rx="1.5" />
      <circle cx="12" cy="12" r="2.8" />
      <path d="M5.8 9.2v5.6M18.2 9.2v5.6" />
    </>
  ),
  transfer: <path d="M3.5 8.5h16M15.5 4.5l4 4-4 4M20.5 15.5h-16M8.5 11.5l-4 4 4 4" />,
  card: (
    <>
      <rect x="2.5" y="5" width="19" height="14" rx="2" />
      <path d="M2.5 9.5h19M6 15h4.5" />
    </>
  ),
  account: (
    <>
      <rect x="3" y="4.5" width="18" height="15" rx="1.5" />
      <circle cx="8.6" cy="10.3" r="2.1" />
      <path d="M5.4 16c.4-2 1.6-2.9 3.2-2.9s2.8.9 3.2 2.9M14.5 9.5h3.8M14.5 13.5h3.8" />
    </>
  ),
  wealth: <path d={`${ROOF}M5 16l4.6-5.2 3.6 3.2 6-7.6M15 6.2h4.4v4.4`} />,
  loan: (
    <>
      <path d="M3 11.6 12 4l9 7.6M5.8 9.6v10.9h12.4V9.6" />
      <path d="M9.6 12 12 14.6l2.4-2.6M12 14.6v3.6M9.9 15.6h4.2" />
    </>
  ),
  exchange: (
    <>
      <circle cx="9" cy="9" r="5.8" />
      <path d="M6.9 6.6 9 9l2.1-2.4M9 9v3.2M7.2 10h3.6" />
      <path d="M17.2 9.6a5.8 5.8 0 1 1-7.6 7.6" />
    </>
  ),
  corporate: (
    <path d={`${ROOF}M5.5 20.5v-17h8.5v17M14 9.5h4.5v11M8.5 7.5h2.5M8.5 11.5h2.5M8.5 15.5h2.5`} />
  ),
  insurance: <path d="M12 3v1.6M3 13.2a9 8.6 0 0 1 18 0zM12 13.2v5.4a2 2 0 0 0 4 0" />,
  gold: <path d="M8.6 5h6.8l1.8 5.5H6.8zM4.9 13h5.6l1.7 6H3.2zM13.5 13h5.6l1.7 6h-9z" />,
  online: (
    <>
      <rect x="6.8" y="2.5" width="10.4" height="19" rx="2" />
      <path d="M10.5 18.3h3" />
    </>
  ),
  security: (
    <>
      <rect x="4.8" y="10.5" width="14.4" height="10" rx="1.6" />
      <path d="M8 10.5V7.6a4 4 0 0 1 8 0v2.9M12 14.3v2.6" />
    </>
  ),
  other: (
    <>
      <rect x="4" y="4" width="6.4" height="6.4" rx="1.2" />
      <rect x="13.6" y="4" width="6.4" height="6.4" rx="1.2" />
      <rect x="4" y="13.6" width="6.4" height="6.4" rx="1.2" />
      <circle cx="16.8" cy="16.8" r="3.3" />
    </>
  ),
};
