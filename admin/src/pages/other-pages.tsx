/** Every page but the first one. */
import type { JSX } from 'preact';
import { DevicesPage } from '../devices/devices-page.tsx';
import { Editable } from '../fields/act.tsx';
import type { PageName } from '../places.ts';
import { ReviewPage } from '../review/review-page.tsx';
import { StaffPage } from '../staff/staff-page.tsx';
import { TrailPage } from '../trail/trail-page.tsx';
import { BookingsPage } from './bookings-page.tsx';
import { CallingPage } from './calling-page.tsx';
import { ConductPage } from './conduct-page.tsx';
import { CountersPage } from './counters-page.tsx';
import { FilesPage } from './files-page.tsx';
import { HoursPage } from './hours-page.tsx';
import { LanesPage } from './lanes-page.tsx';
import { NoticesPage } from './notices-page.tsx';
import { ServicesPage } from './services-page.tsx';
import { TextsPage } from './texts-page.tsx';
import { VoicePage } from './voice-page.tsx';

export type OtherPageName = Exclude<PageName, 'overview'>;

const PAGES = {
  services: ServicesPage,
  lanes: LanesPage,
  counters: CountersPage,
  hours: HoursPage,
  bookings: BookingsPage,
  notices: NoticesPage,
  calling: CallingPage,
  conduct: ConductPage,
  voice: VoicePage,
  texts: TextsPage,
  files: FilesPage,
  devices: DevicesPage,
  staff: StaffPage,
  trail: TrailPage,
  review: ReviewPage,
} as const satisfies Readonly<Record<OtherPageName, () => JSX.Element | null>>;

/** Pages whose fields stand one under another, with nothing to open between them. */
const IN_FIELDS: readonly OtherPageName[] = [
  ...(['hours', 'bookings', 'notices', 'calling', 'conduct', 'voice', 'texts'] as const),
];

export function OtherPage({ name }: { readonly name: OtherPageName }): JSX.Element {
  const Page = PAGES[name];
  const page = <Page />;
  return IN_FIELDS.includes(name) ? <Editable>{page}</Editable> : page;
}
