/**
 * How the services of a hall are laid out for customers: a picture each, and groups to choose from first
 * where there are more services than a kiosk can show at once. Rules: ISSUE-6. Source: product.md 4.3.
 */
import * as z from 'zod/mini';
import { Text } from './ids.ts';

/** Pictures that a screen draws itself, so that none has to be loaded. */
export const ServiceIcon = z.enum([
  ...(['cash', 'transfer', 'card', 'account', 'wealth', 'loan', 'exchange', 'corporate'] as const),
  ...(['insurance', 'gold', 'online', 'security', 'other'] as const),
]);
export type ServiceIcon = z.infer<typeof ServiceIcon>;

export const GroupId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,31}$/))
  .brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

export const ServiceGroup = z.strictObject({
  id: GroupId,
  name: Text,
  icon: z.optional(ServiceIcon),
});
export type ServiceGroup = z.infer<typeof ServiceGroup>;

export const ServiceGroups = z.array(ServiceGroup).check(
  z.minLength(1),
  z.maxLength(8),
  z.refine(
    (rows) => new Set(rows.map(({ id }) => id)).size === rows.length,
    'two groups share an id',
  ),
);

/** What a service may say of itself, in the configuration and to the screens. */
export const serviceLook = {
  icon: z.optional(ServiceIcon),
  group: z.optional(GroupId),
};
