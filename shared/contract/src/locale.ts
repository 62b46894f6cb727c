/** Languages that customers read. */
import * as z from 'zod/mini';

export const PublicLocale = z.enum(['zh-CN', 'zh-HK', 'en']);
export type PublicLocale = z.infer<typeof PublicLocale>;
