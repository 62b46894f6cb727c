/** When the screens of those in charge are alarmed. Rules: CARE-4, HELP-4. */
import type { SupervisorView } from '@tingxu/contract/views';
import { DEFAULT_WATCH, type Watch } from '@tingxu/contract/watch';

/** As the hall says it for the day in force; before it has said anything, the defaults. */
export const watchOf = ({ rules }: Pick<SupervisorView, 'rules'>): Watch =>
  rules?.watch ?? DEFAULT_WATCH;
