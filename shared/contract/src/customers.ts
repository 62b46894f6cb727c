/**
 * What is known of a customer when a ticket is taken: never who it is. An identifier is turned into a
 * keyed hash at the door and goes no further. Source: H15, H17, H112.
 */
import * as z from 'zod/mini';
import { SHOWN } from './ids.ts';

/** How the bank classes a customer. Source: H17. */
export const CustomerClass = z.enum(['vip', 'potential-vip', 'ordinary', 'corporate']);
export type CustomerClass = z.infer<typeof CustomerClass>;

/** What the directory said at issue; `unknown` when it knew nothing or could not be asked. Rules: DIR-3. */
export const KnownClass = z.enum([...CustomerClass.options, 'unknown']);
export type KnownClass = z.infer<typeof KnownClass>;

/** HMAC-SHA-256 of an identifier under the key of the data folder. Rules: DIR-1. */
export const CustomerHash = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/))
  .brand<'CustomerHash'>();
export type CustomerHash = z.infer<typeof CustomerHash>;

export const BirthYear = z.int().check(z.gte(1880), z.lte(2200));

/** A name that does not say who: with a star or 某 in it, or a surname with a title. Source: H16, H19. */
export const MaskedName = z.string().check(
  z.minLength(1),
  z.maxLength(24),
  z.regex(SHOWN),
  z.refine(
    (name) => /[*＊某]|(先生|女士|小姐)$|^(Mr|Ms|Mrs)\b/u.test(name),
    'the name is not masked',
  ),
);

/** What opened a lane that is not everybody's. Rules: LANE-1. */
export const ProofKind = z.enum(['directory', 'card', 'declared', 'staff', 'appointment']);
export type ProofKind = z.infer<typeof ProofKind>;

/**
 * What a customer could show, as a command carries it. `age` is that reached in the year of the
 * business day, and where its year of birth was read. Units: years.
 */
export const Proof = z.strictObject({
  class: z.optional(KnownClass),
  age: z.optional(
    z.strictObject({ years: z.int().check(z.gte(0)), from: z.enum(['card', 'directory']) }),
  ),
  /** The customer says that the lane is meant for people like them. */
  declared: z.optional(z.boolean()),
});
export type Proof = z.infer<typeof Proof>;

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/**
 * What opens a lane that `selfSelect` does not give to everybody. Staff open it too unless `staff` is
 * false. `checkIn`: nothing but a booking that checks in. Units: `fromAge` years, reached in the year
 * of the business day. Rules: LANE-1..LANE-4.
 */
export const LaneProof = z
  .strictObject({
    classes: z.optional(
      z.array(CustomerClass).check(z.minLength(1), z.refine(unique, 'a class stands twice')),
    ),
    fromAge: z.optional(z.int().check(z.gte(1), z.lte(120))),
    /** By the customer's own word. */
    declared: z.optional(z.boolean()),
    staff: z.optional(z.boolean()),
    checkIn: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      ({ checkIn, classes, fromAge, declared }) =>
        !checkIn || !(classes || fromAge !== undefined || declared),
      'a lane of check-ins opens by nothing else',
    ),
    z.refine(
      ({ staff, checkIn, classes, fromAge, declared }) =>
        staff !== false || checkIn || classes || fromAge !== undefined || declared || false,
      'nothing opens the lane',
    ),
  );
export type LaneProof = z.infer<typeof LaneProof>;

/** A number that was typed or read, or what a card reader's agent made of a card. Rules: DIR-1. */
export const Identification = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    number: z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z ._-]{2,60}[0-9A-Za-z]$/)),
  }),
  z.strictObject({
    kind: z.literal('card'),
    hash: CustomerHash,
    birthYear: z.optional(BirthYear),
  }),
]);
export type Identification = z.infer<typeof Identification>;

/** What the agent of a card reader answers; more may come along, of which a kiosk shows nothing. Rules: CARD-1. */
export const ReaderCard = z.object({ hash: CustomerHash, birthYear: z.nullable(BirthYear) });

/** What the directory tells of a customer. */
export const CustomerProfile = z.strictObject({
  class: CustomerClass,
  maskedName: z.nullable(MaskedName),
  birthYear: z.nullable(BirthYear),
});
export type CustomerProfile = z.infer<typeof CustomerProfile>;

/** What staff are shown of whoever has the ticket. Rules: DIR-6. Source: H16, H19. */
export const KnownCustomer = z.strictObject({
  class: CustomerClass,
  maskedName: z.nullable(MaskedName),
});
export type KnownCustomer = z.infer<typeof KnownCustomer>;

/** POST body to a bank's own directory: the hash and nothing else. Rules: DIR-4. */
export const DirectoryQuestion = z.strictObject({ hash: CustomerHash });
/** 200 of a bank's own directory; 404 says that it has no such customer. */
export const DirectoryAnswer = z.object({
  class: CustomerClass,
  maskedName: z.optional(z.nullable(MaskedName)),
  birthYear: z.optional(z.nullable(BirthYear)),
});
export type DirectoryAnswer = z.infer<typeof DirectoryAnswer>;
