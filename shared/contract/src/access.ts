/**
 * Who may do what: the one table of duties. Routes take their roles from it by operation id and the feed its
 * audiences and what each of them is told; docs/ROLES.md and the matrix of tests are made from it. A change here
 * is a decision about duties, not a detail. Rules: AUTH-13, FEED-1, FEED-2. Source: H113, SEC-04, product.md
 * section 1.
 */
import type { FeedEvent } from './feed.ts';
import { type Audience, HALL_STAFF, Role } from './roles.ts';

type Roles = readonly Role[];

const EVERYBODY: Roles = Role.options;
/** Whoever has a session or wants one; a phone has the link of its ticket instead, and acts by nothing else. */
const COMERS: Roles = Role.options.filter((role) => role !== 'phone');
/** Who stands or sits before a customer, and the machine that does. */
const CUSTOMERS: Roles = ['kiosk', ...HALL_STAFF];
const ISSUERS: Roles = ['kiosk', 'lobby', 'supervisor'];
const AT_COUNTER: Roles = ['teller', 'supervisor'];
const MANAGERS: Roles = ['lobby', 'supervisor'];
const SUPERVISOR: Roles = ['supervisor'];
/** The rules of a hall are its supervisor's; admins keep those of many halls. */
const RULES: Roles = ['supervisor', 'admin'];
/** Auditors read what was decided and why, and command nothing. */
const READ_RULES: Roles = [...RULES, 'auditor'];
/** Who works in the halls that one answers for, and which machines stand there; held off, somebody waits at a counter. */
const LOOK_AFTER: Roles = ['supervisor', 'admin'];
const READ_WHO_IS_THERE: Roles = [...LOOK_AFTER, 'auditor'];
const READ_FIGURES: Roles = ['supervisor', 'auditor'];
const READ_PROOF: Roles = [...HALL_STAFF, 'auditor'];
const ADMIN: Roles = ['admin'];
const BOARD: Roles = ['board'];

/** Operation id → the roles that may. */
export const ACCESS = {
  // Everybody: is the server there, who am I, signing in.
  live: EVERYBODY,
  ready: EVERYBODY,
  readOpenApi: EVERYBODY,
  readMe: EVERYBODY,
  signIn: COMERS,
  signOut: COMERS,
  choosePassphrase: COMERS,
  lockSession: COMERS,
  unlockSession: COMERS,
  keepSession: COMERS,
  setUp: COMERS,
  beginSignOn: EVERYBODY,
  endSignOn: EVERYBODY,
  listHalls: EVERYBODY,
  readHall: EVERYBODY,
  readConfigurationSchema: EVERYBODY,
  // Accounts.
  listAccounts: READ_WHO_IS_THERE,
  makeAccount: ADMIN,
  changeAccount: ADMIN,
  resetPassphrase: ADMIN,
  endSessions: ADMIN,
  liftHoldOff: LOOK_AFTER,
  readTrail: ['admin', 'auditor'],
  // Devices: each asks and proves itself by its key, admins take them in and revoke them.
  askForPairing: COMERS,
  readPairing: EVERYBODY,
  challengeDevice: COMERS,
  openDeviceSession: COMERS,
  listPairedDevices: READ_WHO_IS_THERE,
  listPairings: ADMIN,
  confirmPairing: ADMIN,
  changeDevice: ADMIN,
  revokeDevice: ADMIN,
  // Tickets, as customers and those who serve them see them.
  issueTicket: ISSUERS,
  readTicket: [...CUSTOMERS, 'auditor'],
  returnTicket: ['kiosk', 'phone', ...HALL_STAFF],
  cancelTicket: ['kiosk', 'phone', ...HALL_STAFF],
  // Phones that stand in the hall, and the screens that show them how.
  readPresence: ['board', 'kiosk', ...HALL_STAFF],
  enterByPhone: ['phone'],
  takePhoneTicket: ['phone'],
  rateVisit: ['phone'],
  rateService: ['pad'],
  printTicket: HALL_STAFF,
  readCustomer: HALL_STAFF,
  adviseCalls: HALL_STAFF,
  // What a counter does with its ticket.
  callNext: AT_COUNTER,
  recallTicket: AT_COUNTER,
  startTicket: AT_COUNTER,
  finishTicket: AT_COUNTER,
  missTicket: AT_COUNTER,
  transferTicket: AT_COUNTER,
  parkTicket: AT_COUNTER,
  sendBackTicket: AT_COUNTER,
  openCounter: AT_COUNTER,
  pauseCounter: AT_COUNTER,
  resumeCounter: AT_COUNTER,
  closeCounter: AT_COUNTER,
  handOverCounter: AT_COUNTER,
  callForHelp: AT_COUNTER,
  // What a counter or the lobby may.
  callTicket: HALL_STAFF,
  startWalkUp: HALL_STAFF,
  addService: HALL_STAFF,
  prepareTicket: HALL_STAFF,
  checkDocuments: HALL_STAFF,
  resumeTicket: HALL_STAFF,
  readyTicket: HALL_STAFF,
  endHelp: HALL_STAFF,
  // What goes round a rule, with a reason.
  readmitTicket: MANAGERS,
  missTicketEarly: MANAGERS,
  escortTicket: MANAGERS,
  redirectTicket: MANAGERS,
  changeLane: MANAGERS,
  answerHelp: MANAGERS,
  answerKioskHelp: MANAGERS,
  answerCare: MANAGERS,
  announce: MANAGERS,
  turnQuiet: MANAGERS,
  releaseCounter: SUPERVISOR,
  // Bookings.
  listSlots: CUSTOMERS,
  readBooking: CUSTOMERS,
  makeBooking: CUSTOMERS,
  moveBooking: CUSTOMERS,
  cancelBooking: CUSTOMERS,
  checkIn: CUSTOMERS,
  readBookingDay: HALL_STAFF,
  listBookings: HALL_STAFF,
  // Machines of the hall.
  callForHelpAtKiosk: ['kiosk'],
  reportPage: ['kiosk'],
  endKioskHelp: ISSUERS,
  noteShown: BOARD,
  beatSpeaker: BOARD,
  leaveSpeaker: BOARD,
  startSaying: BOARD,
  endSaying: BOARD,
  listDevices: [...HALL_STAFF, 'admin', 'auditor'],
  // Whoever changes a roll wants to see that it prints.
  testPrinter: [...MANAGERS, 'admin'],
  // The day.
  openDay: SUPERVISOR,
  closeDay: SUPERVISOR,
  foreseeOpening: SUPERVISOR,
  stopIssuing: SUPERVISOR,
  extendIssuing: SUPERVISOR,
  resumeIssuing: SUPERVISOR,
  // What is told afterwards.
  readStatistics: READ_FIGURES,
  explainTicket: READ_PROOF,
  compareTickets: READ_PROOF,
  // The rules.
  readConfiguration: READ_RULES,
  exportConfiguration: READ_RULES,
  readConfigurationHistory: READ_RULES,
  readConfigurationVersion: READ_RULES,
  previewConfiguration: RULES,
  changeConfiguration: RULES,
  withdrawConfigurationPlan: RULES,
} as const satisfies Readonly<Record<string, Roles>>;
export type OperationId = keyof typeof ACCESS;

/** The roles that may, or undefined where no row says so: nobody. */
export const rolesOf = (operation: string): Roles | undefined =>
  Object.hasOwn(ACCESS, operation) ? ACCESS[operation as OperationId] : undefined;

/** What a phone may do before it has a ticket, and so a link. Rules: PHONE-2. */
export const WITHOUT_LINK: readonly OperationId[] = ['enterByPhone', 'takePhoneTicket'];

/** Which roles may follow which audience of the feed. Rules: FEED-1. */
export const AUDIENCE_ROLES: Readonly<Record<Audience, Roles>> = {
  kiosk: ISSUERS,
  board: ['anonymous', 'kiosk', 'board', ...HALL_STAFF],
  phone: ['phone'],
  pad: ['pad', 'supervisor'],
  counter: HALL_STAFF,
  // Whoever reads the rules of a hall stays beside it: told when they change, and out at once (AUTH-6).
  supervisor: [...MANAGERS, 'admin', 'auditor'],
};

type RowKind = Exclude<FeedEvent['type'], 'profile' | 'day' | `${string}-gone`>;

/**
 * The changed rows that an audience is told of, and of some that they are gone; besides the profile and the
 * day, which everybody is told. What stands in a row, its schema says. Rules: FEED-2.
 */
export const AUDIENCE_ROWS = {
  kiosk: ['lane', 'service', 'kiosk-help'],
  board: ['lane', 'counter', 'call', 'missed'],
  phone: ['phone'],
  pad: ['rating'],
  counter: ['staff-rules', 'lane', 'staff-service', 'staff-counter', 'ticket'],
  supervisor: [
    ...(['staff-rules', 'lane', 'staff-service', 'staff-counter', 'ticket'] as const),
    ...(['call', 'totals', 'kiosk-help', 'care'] as const),
  ],
} as const satisfies Readonly<Record<Audience, readonly RowKind[]>>;

/** What comes whole and beside the rows, being of the moment. Rules: DEV-2, VOICE-4. */
export const AUDIENCE_BESIDE: Readonly<Record<Audience, readonly ('devices' | 'voice')[]>> = {
  kiosk: ['devices'],
  board: ['voice'],
  phone: [],
  pad: [],
  counter: ['devices'],
  supervisor: ['devices', 'voice'],
};
