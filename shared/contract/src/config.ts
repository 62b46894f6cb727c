/**
 * The configuration of a hall, as data. It enters the journal whole when a day opens, so a replay
 * never depends on today's settings.
 */
import * as z from 'zod/mini';
import { Appointments } from './appointments.ts';
import { CounterRule } from './counter-rule.ts';
import { LaneProof } from './customers.ts';
import { HoursConfig } from './hours.ts';
import { hoursFaults } from './hours-faults.ts';
import { CounterId, HallId, LaneId, SeriesLetter, ServiceId, SHOWN, Text } from './ids.ts';
import { KioskRule } from './kiosk.ts';
import { MissedRule } from './missed-rule.ts';
import { Notices, Panels } from './notices.ts';
import { ServiceGroups, serviceLook } from './service-look.ts';
import { VoiceRule } from './voice.ts';
import { voiceFaults } from './voice-faults.ts';
import { WatchRule } from './watch.ts';

/**
 * A day, the longest duration that a hall may be given: with it every score of a day stays an exact
 * integer and every instant a safe one.
 */
const DAY_MS = 86_400_000;
const upTo = (most: number) => z.int().check(z.gte(0), z.lte(most));
const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/**
 * The lane's target wait and the share of tickets that must meet it.
 * Units: `targetMs` ms, 10 s to a day; `sharePermille` thousandths (950 = 95 %), below 1000 so that
 * the urgency is finite.
 */
export const LanePromise = z.strictObject({
  targetMs: z.int().check(z.gte(10_000), z.lte(DAY_MS)),
  sharePermille: z.int().check(z.gte(1), z.lte(999)),
});
export type LanePromise = z.infer<typeof LanePromise>;

const LaneShape = z.strictObject({
  id: LaneId,
  name: Text,
  /** Who may choose the lane, in plain words, e.g. `60 岁以上`. */
  hint: z.optional(Text),
  /** Letter of the lane's own series; without it the service's letter is used. Rules: NUM-3. */
  series: z.optional(SeriesLetter),
  promise: LanePromise,
  /** Head start in the default calling rule. */
  creditMs: upTo(DAY_MS),
  /**
   * Calls that the lane gets in turn under the policy `ratio` (default 1). At most 16, so that every
   * share of a turn is a whole number. Rules: CALL-13.
   */
  weight: z.optional(z.int().check(z.gte(1), z.lte(16))),
  /** May be chosen at the kiosk without proof. */
  selfSelect: z.boolean(),
  /** Without it a lane that is not for everybody is given by staff. */
  proof: z.optional(LaneProof),
  missed: MissedRule,
});
export const LaneConfig = LaneShape.check(
  z.refine(
    ({ selfSelect, proof }) => !(selfSelect && proof?.checkIn),
    'a lane of check-ins cannot be chosen by everybody',
  ),
);
export type LaneConfig = z.infer<typeof LaneConfig>;

/** What the customer must bring for a service, all of it. Rules: ISSUE-5. Source: H22. */
const MAX_DOCUMENTS = 8;
export const Documents = z.array(Text).check(z.minLength(1), z.maxLength(MAX_DOCUMENTS));
/** Those of them that a customer lacks, by their position from 0. Rules: PREP-4. */
export const MissingDocuments = z
  .array(z.int().check(z.gte(0), z.lt(MAX_DOCUMENTS)))
  .check(z.maxLength(MAX_DOCUMENTS));

export const ServiceConfig = z.strictObject({
  id: ServiceId,
  name: Text,
  hint: z.optional(Text),
  documents: z.optional(Documents),
  ...serviceLook,
  series: SeriesLetter,
  /** Mean service time to start from, until the journal has taught a better one. */
  expectedServiceMs: z.int().check(z.positive(), z.lte(DAY_MS)),
});
export type ServiceConfig = z.infer<typeof ServiceConfig>;

/** The longest that a service may be secondary: nobody waits a day for the others. Units: ms. */
export const SECONDARY_MOST_MS = 2 * 3_600_000;

/**
 * A service that the counter takes only when none of its other services waits, or one of this that
 * has waited for `limitMs`. Rules: CALL-10.
 */
export const SecondarySkill = z.strictObject({
  service: ServiceId,
  limitMs: upTo(SECONDARY_MOST_MS),
});
export type SecondarySkill = z.infer<typeof SecondarySkill>;

/**
 * The lanes that a counter is kept for. It helps the other lanes once it has been free for
 * `helpsAfterMs` (default two minutes). Rules: CALL-11.
 */
export const Dedication = z.strictObject({
  lanes: z
    .array(LaneId)
    .check(z.minLength(1), z.refine(unique, 'a counter is dedicated twice to a lane')),
  helpsAfterMs: z.optional(upTo(DAY_MS)),
});
export type Dedication = z.infer<typeof Dedication>;

/** `helpsAfterMs` of a dedicated counter that says none. Units: ms. Source: product.md 4.1. */
export const HELPS_AFTER_MS = 120_000;

const secondaryServices = (skills: readonly { readonly service: string }[]): string[] =>
  skills.map(({ service }) => service);

export const CounterConfig = z
  .strictObject({
    id: CounterId,
    /** What the board and the voice say, e.g. `3`. */
    label: z.string().check(z.maxLength(12), z.regex(SHOWN)),
    /** Calls by itself after a service; without it as the hall says. Rules: CTR-5. */
    autoCall: z.optional(z.boolean()),
    /** Services that the counter takes, the secondary ones included. */
    skills: z
      .array(ServiceId)
      .check(z.minLength(1), z.refine(unique, 'a skill stands twice at the counter')),
    secondary: z.optional(
      z.array(SecondarySkill).check(
        z.minLength(1),
        z.refine(
          (rows) => unique(secondaryServices(rows)),
          'a service is secondary twice at the counter',
        ),
      ),
    ),
    dedicated: z.optional(Dedication),
  })
  .check(
    z.refine(
      ({ skills, secondary }) => (secondary ?? []).every(({ service }) => skills.includes(service)),
      'a secondary service is no skill of its counter',
    ),
    z.refine(
      ({ skills, secondary }) => !secondary || secondary.length < skills.length,
      'a counter needs a service that is not secondary',
    ),
  );
export type CounterConfig = z.infer<typeof CounterConfig>;

/** Names of calling policies. Rules: CALL-1, CALL-7, CALL-13. */
export const PolicyKind = z.enum([
  'weighted-delay',
  'earliest-due',
  'head-start',
  'strict',
  'ratio',
  'fifo',
]);
export type PolicyKind = z.infer<typeof PolicyKind>;

/**
 * The calling rule. Units: `passOverPermille` thousandths of a pass-over per open counter
 * (1500 = 1.5 × open counters, rounded up); `passOverCap` fixes K instead.
 */
export const CallingPolicy = z.strictObject({
  kind: PolicyKind,
  passOverPermille: upTo(100_000),
  passOverCap: z.optional(upTo(1_000_000)),
});
export type CallingPolicy = z.infer<typeof CallingPolicy>;

/**
 * What comes between the services of one visit, and how long a ticket may be set aside.
 * Units: `parkMs` is the limit when nobody names one, `parkMaxMs` the longest that may be named.
 * Rules: LEG-2, LEG-3, PARK-2, PARK-4, PARK-6. Source: H23, H52, H61.
 */
export const VisitRule = z.strictObject({
  /** The next service follows at the same counter at once, when that counter takes it. */
  stay: z.boolean(),
  /** A next service that waits in line keeps the wait of the visit. */
  keepWait: z.boolean(),
  /** A next service that waits in line goes before every score. */
  first: z.boolean(),
  parkMs: upTo(DAY_MS),
  parkMaxMs: upTo(DAY_MS),
  /** What becomes of a parked ticket when its time is over. */
  afterPark: z.enum(['return', 'end']),
  /**
   * A parked ticket outlives its day: the next one issues it again, set aside for so long from the
   * posted opening on. Without it, it ends with its day. Rules: PARK-6.
   */
  carryMs: z.optional(upTo(DAY_MS)),
});
export type VisitRule = z.infer<typeof VisitRule>;

/** For a hall that says nothing of it. */
export const DEFAULT_VISIT_RULE: VisitRule = {
  stay: true,
  keepWait: true,
  first: false,
  parkMs: 15 * 60_000,
  parkMaxMs: 120 * 60_000,
  afterPark: 'return',
};

/** Zones found good: asking the machine takes longer than all other checks of a configuration. */
const knownZones = new Set<string>();

const isZone = (zone: string): boolean => {
  if (knownZones.has(zone)) return true;
  // An offset would pass below, and has no rules of summer time.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0);
  } catch {
    return false;
  }
  knownZones.add(zone);
  return true;
};

/** An IANA zone that this machine knows. */
const Zone = z.string().check(z.refine(isZone, 'not an IANA time zone'));

const uniqueIds = (rows: readonly { id: string }[]): boolean => unique(rows.map(({ id }) => id));
const uniqueLabels = (rows: readonly { label: string }[]): boolean =>
  unique(rows.map(({ label }) => label));

const HallConfigShape = z.strictObject({
  hall: HallId,
  name: Text,
  zone: Zone,
  /** Local hour at which one business day ends and the next begins. */
  cutOverHour: z.int().check(z.gte(0), z.lte(23)),
  lanes: z.array(LaneConfig).check(z.minLength(1), z.refine(uniqueIds, 'two lanes share an id')),
  services: z
    .array(ServiceConfig)
    .check(z.minLength(1), z.refine(uniqueIds, 'two services share an id')),
  /** For halls with more services than a kiosk shows at once. Rules: ISSUE-6. */
  serviceGroups: z.optional(ServiceGroups),
  counters: z
    .array(CounterConfig)
    .check(
      z.minLength(1),
      z.refine(uniqueIds, 'two counters share an id'),
      z.refine(uniqueLabels, 'two counters share a label'),
    ),
  /** The lane of whoever names none. */
  defaultLane: LaneId,
  policy: CallingPolicy,
  counterRule: z.optional(CounterRule),
  /** Customers may end a ticket at the kiosk by its number. Default no. Rules: END-5. */
  customersCancel: z.optional(z.boolean()),
  /** Whoever shows a card at a kiosk has one live ticket a service. Default no. Rules: ISSUE-8. */
  onePerCustomer: z.optional(z.boolean()),
  /** Phones in the hall may take tickets, by the code that its boards show. Default no. Rules: PHONE-1. */
  phoneTickets: z.optional(z.boolean()),
  visits: z.optional(VisitRule),
  /** Without it nothing can be booked. Rules: BOOK-1..BOOK-8. */
  appointments: z.optional(Appointments),
  /** Posted hours; without them the hall issues whenever its day is open. Rules: HOURS-1. */
  hours: z.optional(HoursConfig),
  /** What boards and kiosks tell everybody. Rules: TELL-1. */
  notices: z.optional(Notices),
  /** Tables of rates or fees. Rules: TELL-1. */
  panels: z.optional(Panels),
  /** Where the kiosks stand, and how often they may ask for a person. Rules: HELP-1, HELP-2. */
  kiosks: z.optional(KioskRule),
  /** When lobby manager and supervisor are alarmed. Rules: CARE-1, CARE-3, HELP-4. */
  watch: z.optional(WatchRule),
  /** Calls are spoken. Rules: VOICE-1. */
  voice: z.optional(VoiceRule),
});

type Shape = z.infer<typeof HallConfigShape>;
type Fault = { readonly path: (string | number)[]; readonly message: string };

const has = (rows: readonly { readonly id: string }[], id: string): boolean =>
  rows.some((row) => row.id === id);

/** Names of something that the hall does not have, each where it stands. */
const strangers = (
  rows: readonly { readonly id: string }[],
  names: readonly string[],
  path: (string | number)[],
  message: string,
): Fault[] =>
  names.flatMap((name, i) => (has(rows, name) ? [] : [{ path: [...path, i], message }]));

const defaultLaneFaults = (lanes: Shape['lanes'], id: LaneId): Fault[] => {
  const lane = lanes.find((row) => row.id === id);
  const fault = (message: string): Fault[] => [{ path: ['defaultLane'], message }];
  if (!lane) return fault('defaultLane is no lane of this hall');
  return lane.proof?.checkIn ? fault('defaultLane is a lane of check-ins') : [];
};

const appointmentFaults = ({ appointments, lanes, services }: Shape): Fault[] => {
  if (!appointments) return [];
  const missing = (path: (string | number)[], what: string): Fault => ({
    path: ['appointments', ...path],
    message: `appointments name a ${what} that is none of this hall`,
  });
  const unknown = appointments.services.flatMap(({ service }, i) =>
    has(services, service) ? [] : [missing(['services', i, 'service'], 'service')],
  );
  return has(lanes, appointments.lane) ? unknown : [missing(['lane'], 'lane'), ...unknown];
};

const groupFaults = ({ services, serviceGroups = [] }: Shape): Fault[] =>
  services.flatMap(({ group }, i) =>
    group === undefined || has(serviceGroups, group)
      ? []
      : [
          {
            path: ['services', i, 'group'],
            message: 'a service is in a group that is none of this hall',
          },
        ],
  );

/** Several times what the largest hall has; what is done for each with each stays quick. Rules: CONF-9. */
const MOST = { lanes: 24, services: 200, counters: 200 } as const;

const crowdFaults = ({ lanes, services, counters }: Shape): Fault[] => [
  ...(lanes.length > MOST.lanes ? [{ path: ['lanes'], message: 'more than 24 lanes' }] : []),
  ...(services.length > MOST.services
    ? [{ path: ['services'], message: 'more than 200 services' }]
    : []),
  ...(counters.length > MOST.counters
    ? [{ path: ['counters'], message: 'more than 200 counters' }]
    : []),
];

const faultsOf = (config: Shape): Fault[] => {
  const { lanes, services, counters, defaultLane } = config;
  const crowds = crowdFaults(config);
  if (crowds.length > 0) return crowds;
  return [
    ...counters.flatMap(({ skills, dedicated }, i) => [
      ...strangers(
        services,
        skills,
        ['counters', i, 'skills'],
        'a counter has a skill that is no service of this hall',
      ),
      ...strangers(
        lanes,
        dedicated?.lanes ?? [],
        ['counters', i, 'dedicated', 'lanes'],
        'a counter is dedicated to a lane that is none of this hall',
      ),
    ]),
    ...defaultLaneFaults(lanes, defaultLane),
    ...groupFaults(config),
    ...appointmentFaults(config),
  ];
};

export const HallConfig = HallConfigShape.check(
  z.check<Shape>(({ value, issues }) => {
    const faults = [...faultsOf(value), ...hoursFaults(value), ...voiceFaults(value)];
    for (const fault of faults) issues.push({ code: 'custom', input: value, ...fault });
  }),
);
export type HallConfig = z.infer<typeof HallConfig>;
