/**
 * The one catalogue of errors: code → HTTP status, title, who can act, and whether trying again helps.
 * It feeds RFC 9457 bodies, the i18n keys and docs/ERRORS.md; a test proves that all list the same codes.
 */

/**
 * `rejection`: the hall says no (a value of the core). `fault`: the request never reached the hall.
 * `defect`: our own error, told without detail.
 */
export type ProblemKind = 'rejection' | 'fault' | 'defect';
/** Who can do something about it. */
export type ProblemActor = 'customer' | 'teller' | 'supervisor' | 'it' | 'developer';
/**
 * `never`: the same request fails again. `later`: the state may change.
 * `same-key`: the outcome is unknown or temporary, send the same Idempotency-Key again.
 */
export type ProblemRetry = 'never' | 'later' | 'same-key';

export type ProblemEntry = {
  readonly kind: ProblemKind;
  readonly status: number;
  readonly title: string;
  readonly actor: ProblemActor;
  readonly retry: ProblemRetry;
};

const rejection = (
  status: 404 | 409 | 412 | 422,
  title: string,
  actor: ProblemActor,
  retry: ProblemRetry = 'later',
): ProblemEntry => ({ kind: 'rejection', status, title, actor, retry });
const fault = (
  status: number,
  title: string,
  actor: ProblemActor,
  retry: ProblemRetry = 'never',
): ProblemEntry => ({ kind: 'fault', status, title, actor, retry });

/** What the pure hall may answer instead of events. */
export const REJECTIONS = {
  'day-not-open': rejection(409, 'The business day is not open', 'supervisor'),
  'day-already-open': rejection(409, 'A business day is already open', 'supervisor'),
  'day-not-later': rejection(409, 'The business day is not later than the last one', 'supervisor'),
  'day-has-live-tickets': rejection(
    409,
    'Tickets still wait or are being served; each must end first',
    'supervisor',
  ),
  'configuration-in-file': rejection(
    409,
    'No day was opened yet; until then the configuration is the one of the config file',
    'it',
  ),
  'configuration-stale': rejection(
    412,
    'The configuration was changed or planned anew meanwhile; look at it again',
    'supervisor',
  ),
  'configuration-conflict': rejection(
    409,
    'The change would lose what is live in the hall, or touches what is fixed',
    'supervisor',
  ),
  'configuration-plan-absent': rejection(409, 'No change is planned', 'supervisor', 'never'),
  'issuing-not-yet': rejection(409, 'Tickets are not issued yet', 'customer'),
  'issuing-over': rejection(409, 'The posted hours for taking a ticket are over', 'customer'),
  'issuing-stopped': rejection(409, 'A manager has stopped the issuing of tickets', 'customer'),
  'issuing-not-changed': rejection(409, 'Issuing already follows the posted hours', 'supervisor'),
  'instant-passed': rejection(409, 'The instant has already passed', 'supervisor', 'never'),
  'service-unknown': rejection(422, 'No such service in this hall', 'developer', 'never'),
  'lane-unknown': rejection(422, 'No such lane in this hall', 'developer', 'never'),
  'lane-needs-staff': rejection(
    409,
    'This lane is given by staff, not chosen',
    'customer',
    'never',
  ),
  'lane-needs-proof': rejection(409, 'What was shown does not open this lane', 'customer', 'never'),
  'lane-needs-reason': rejection(
    409,
    'Staff give this lane with a reason, or the customer shows what opens it',
    'teller',
    'never',
  ),
  'lane-needs-check-in': rejection(
    409,
    'This lane is for customers who booked and check in',
    'customer',
    'never',
  ),
  'service-not-bookable': rejection(409, 'The service takes no bookings', 'customer', 'never'),
  'slot-unknown': rejection(422, 'The service offers no slot at this time', 'customer', 'never'),
  'slot-passed': rejection(409, 'The slot has begun or is over', 'customer', 'never'),
  'slot-full': rejection(409, 'The slot is fully booked', 'customer'),
  'booking-exists': rejection(409, 'There is a booking with this reference', 'developer', 'never'),
  'booking-unknown': rejection(404, 'No such booking, or it has ended', 'customer', 'never'),
  'booking-checked-in': rejection(409, 'The booking has checked in', 'customer', 'never'),
  'booking-other-day': rejection(409, 'The booking is for another day', 'customer', 'never'),
  'rating-closed': rejection(
    409,
    'The service was rated, or its time for that is over',
    'customer',
    'never',
  ),
  'already-rated': rejection(409, 'This visit was rated', 'customer', 'never'),
  'visit-not-served': rejection(
    409,
    'The visit has not ended with a service, so there is nothing to rate',
    'customer',
  ),
  'check-in-too-early': rejection(409, 'It is too early to check in', 'customer'),
  'check-in-too-late': rejection(
    409,
    'It is too late to check in; take a ticket instead',
    'customer',
    'never',
  ),
  'service-without-counter': rejection(
    409,
    'No counter of this hall takes the service',
    'supervisor',
    'never',
  ),
  'counter-unknown': rejection(404, 'No such counter in this hall', 'developer', 'never'),
  'counter-already-open': rejection(409, 'The counter is already open', 'teller'),
  'counter-closed': rejection(409, 'The counter is closed', 'teller'),
  'counter-paused': rejection(409, 'The counter is paused', 'teller'),
  'counter-away': rejection(409, 'Nobody has been at that counter for a while', 'teller'),
  'counter-not-paused': rejection(409, 'The counter is not paused', 'teller'),
  'counter-busy': rejection(409, 'The counter still has a ticket', 'teller'),
  'staff-at-other-counter': rejection(
    409,
    'This member of staff is signed in at another counter',
    'teller',
  ),
  'sign-in-for-other': rejection(
    409,
    'A teller signs in under the own number',
    'supervisor',
    'never',
  ),
  'counter-of-other': rejection(409, 'Another teller is at that counter', 'supervisor'),
  'nobody-waiting': rejection(409, 'Nobody waits whom this counter may call', 'teller'),
  'counter-dedicated': rejection(
    409,
    'The counter is kept for its own lanes until it has been free for some time',
    'teller',
  ),
  'ticket-unknown': rejection(404, 'No such ticket on this business day', 'customer', 'never'),
  'ticket-ended': rejection(409, 'The ticket has ended', 'customer', 'never'),
  'ticket-not-in-state': rejection(409, 'The ticket is not in a state that allows this', 'teller'),
  'ticket-at-other-counter': rejection(409, 'The ticket is at another counter', 'teller'),
  'ticket-kept': rejection(409, 'The ticket is kept for another counter in service', 'teller'),
  'miss-too-early': rejection(
    409,
    'The ticket has not been called often or long enough to be missed',
    'teller',
  ),
  'too-many-services': rejection(409, 'The ticket has as many services as it may have', 'teller'),
  'documents-not-asked': rejection(
    409,
    'The service of the ticket does not ask for these documents',
    'teller',
  ),
  'transfer-needs-target': rejection(
    422,
    'A transfer names another service, lane, counter or person',
    'developer',
    'never',
  ),
  'counter-not-skilled': rejection(409, 'That counter does not take the service', 'teller'),
  'wait-is-kept': rejection(
    409,
    'The wait begins anew only for another service',
    'teller',
    'never',
  ),
  'staff-not-signed-in': rejection(
    409,
    'That member of staff is not signed in at a counter',
    'teller',
  ),
  'lane-unchanged': rejection(409, 'The ticket is in that lane already', 'teller', 'never'),
  'park-too-long': rejection(409, 'A ticket may not be set aside for so long', 'teller', 'never'),
  'return-expired': rejection(409, 'The time to come back has passed', 'customer', 'never'),
  'choice-not-allowed': rejection(
    409,
    'This role may not choose whom to serve',
    'supervisor',
    'never',
  ),
  'would-pass-protected': rejection(
    409,
    'Somebody has been passed over as often as the cap allows and goes first',
    'teller',
  ),
  'help-already-called': rejection(409, 'Help has been asked for there already', 'teller'),
  'help-not-called': rejection(409, 'Nobody has asked for help there', 'teller'),
  'kiosk-unknown': rejection(404, 'No such kiosk in this hall', 'it'),
  'help-too-soon': rejection(
    409,
    'Somebody asked for help at this kiosk a moment ago; staff know of it',
    'customer',
  ),
  'care-not-needed': rejection(
    409,
    'Nobody in line needs care, or somebody has gone',
    'supervisor',
  ),
  'slip-under-way': rejection(409, 'A slip of this ticket is being printed', 'teller'),
  'slip-not-under-way': rejection(409, 'No slip of this ticket is being printed', 'developer'),
  'voice-not-set': rejection(409, 'The hall has no voice', 'supervisor', 'never'),
  'announced-just-now': rejection(409, 'The same was announced a moment ago', 'teller'),
  'return-channel-closed': rejection(
    409,
    'The customer of a missed ticket comes back in another way',
    'customer',
    'never',
  ),
  'override-not-allowed': rejection(
    409,
    'This role may not go round the rule',
    'supervisor',
    'never',
  ),
  'cancel-needs-staff': rejection(
    409,
    'Staff end this ticket, not the customer',
    'customer',
    'never',
  ),
} as const satisfies Record<string, ProblemEntry>;
export type RejectionCode = keyof typeof REJECTIONS;

/** What the shell answers when a request does not reach the hall. */
export const FAULTS = {
  'malformed-request': fault(400, 'The request is not well-formed', 'developer'),
  'validation-failed': fault(400, 'The request does not match its schema', 'developer'),
  'idempotency-key-missing': fault(400, 'The Idempotency-Key header is missing', 'developer'),
  'idempotency-key-reused': fault(
    422,
    'The Idempotency-Key was used for another request',
    'developer',
  ),
  unauthenticated: fault(401, 'Sign in first', 'teller'),
  'session-over': fault(401, 'The session has ended; sign in again', 'teller'),
  'session-locked': fault(401, 'The screen is locked; unlock it first', 'teller'),
  'must-change-passphrase': fault(403, 'Choose a passphrase of your own first', 'teller'),
  'sign-in-refused': fault(401, 'Personnel number and passphrase do not go together', 'teller'),
  'sign-in-held-off': fault(
    429,
    'Too many wrong passphrases; wait, or a manager lifts it',
    'supervisor',
    'later',
  ),
  'sign-in-busy': fault(429, 'Many sign in at this moment', 'teller', 'later'),
  'passphrase-weak': fault(422, 'The passphrase is on the list of those tried first', 'teller'),
  'not-set-up': fault(503, 'The server has no account yet; set it up first', 'it', 'same-key'),
  'set-up-done': fault(409, 'The server has been set up', 'it'),
  'set-up-refused': fault(401, 'This is not the code on the console of the server', 'it'),
  'account-exists': fault(409, 'There is an account with this personnel number', 'it'),
  'staff-unknown': fault(404, 'No teller of this hall has this personnel number', 'teller'),
  'account-unknown': fault(404, 'No such account among those that you look after', 'it'),
  'pairing-code-unknown': fault(404, 'No device shows this code, or not any more', 'it'),
  'device-not-paired': fault(401, 'The device is not paired, or was revoked', 'it'),
  'challenge-refused': fault(401, 'Ask for another challenge and sign that', 'developer'),
  'last-admin': fault(409, 'Nobody would be left to look after the accounts', 'it'),
  forbidden: fault(403, 'This role may not do that', 'supervisor'),
  'origin-refused': fault(403, 'Commands are taken from pages of this server only', 'it'),
  'hall-unknown': fault(404, 'No such hall on this server', 'developer'),
  'device-unknown': fault(404, 'The hall has no such device', 'developer'),
  'call-unknown': fault(404, 'No such call on this day', 'developer'),
  'speakers-full': fault(409, 'Enough boards stand ready to speak', 'it', 'later'),
  'link-unknown': fault(404, 'This server has made no such link of a ticket', 'customer'),
  'customer-has-ticket': fault(409, 'This customer has a number for the service', 'customer'),
  'phone-tickets-off': fault(404, 'Phones take no tickets in this hall', 'customer'),
  'presence-refused': fault(403, 'This is not the code that the hall shows now', 'customer'),
  'pass-over': fault(403, 'Too long ago; bring the code that the hall shows now', 'customer'),
  'day-unknown': fault(404, 'The journal has no such business day', 'supervisor'),
  'version-unknown': fault(
    404,
    'The journal tells no such version of the configuration, or not any more',
    'supervisor',
  ),
  'route-unknown': fault(404, 'No such route', 'developer'),
  'method-not-allowed': fault(405, 'The route does not take this method', 'developer'),
  'payload-too-large': fault(413, 'The request body is too large', 'developer'),
  'unsupported-media-type': fault(415, 'Send application/json', 'developer'),
  'upgrade-required': fault(426, 'The client is too old for this server; reload', 'teller'),
  'too-many-requests': fault(429, 'Too many requests', 'developer', 'later'),
  'hall-halted': fault(503, 'The hall is restarting or cannot write', 'it', 'same-key'),
  'server-stopping': fault(503, 'The server is stopping', 'it', 'same-key'),
} as const satisfies Record<string, ProblemEntry>;
export type FaultCode = keyof typeof FAULTS;

export const DEFECTS = {
  'internal-error': {
    kind: 'defect',
    status: 500,
    title: 'The server made an error',
    actor: 'it',
    retry: 'same-key',
  },
} as const satisfies Record<string, ProblemEntry>;
export type DefectCode = keyof typeof DEFECTS;

export type ProblemCode = RejectionCode | FaultCode | DefectCode;
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemEntry>> = {
  ...REJECTIONS,
  ...FAULTS,
  ...DEFECTS,
};
