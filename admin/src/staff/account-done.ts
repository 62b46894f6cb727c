/** What is said of an act that has happened; one that tells a passphrase stays until it is put away. */
import type { AccountAct } from './accounts-model.ts';
import type { StaffWords } from './staff-page.tsx';

export const tellsPassphrase = ({ type }: AccountAct): boolean =>
  type === 'create' || type === 'reset';

export const doneText =
  (words: StaffWords) =>
  (act: AccountAct): string => {
    switch (act.type) {
      case 'create':
        return act.body.passphrase === undefined
          ? words.createdSignOn(act.body.staff)
          : words.created(act.body.staff, act.body.passphrase);
      case 'reset':
        return words.resetDone(act.staff, act.passphrase);
      case 'lift':
        return words.lifted(act.staff);
      case 'end':
        return words.ended(act.staff);
      case 'change':
        if (act.body.disabled === undefined) return words.saved(act.staff);
        return act.body.disabled ? words.disabled(act.staff) : words.enabled(act.staff);
      default:
        return act satisfies never;
    }
  };
