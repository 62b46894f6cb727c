/** What a hall offers: a service that some counter takes. Anything else would be waited for in vain. */
import type { ServiceId } from './ids.ts';

type Takes = { readonly skills: readonly ServiceId[] };

/** Whether one of the counters takes the service. Rules: ISSUE-3. */
export const isOffered = (counters: readonly Takes[], service: ServiceId): boolean =>
  counters.some(({ skills }) => skills.includes(service));
