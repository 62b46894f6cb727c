/** What may be done with the ticket; the usual one first and strong, what ends it last. */
import type { TicketRow } from '@tingxu/contract/views';
import type { TicketAction } from '@tingxu/feed-client/manager-action';
import { Button } from '@tingxu/ui/button';
import type { IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { serviceOf } from '@tingxu/ui/lib/profile';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import type { Question } from './sheet-model.ts';
import { type Option, optionsOf } from './ticket-options.ts';
import styles from './ticket-sheet.module.css';

type Asking = Exclude<Question, 'missing'>;
type Plain = Exclude<Option, Asking>;

const ICONS: Readonly<Record<Option, IconName>> = {
  return: 'refresh',
  readmit: 'star',
  prepare: 'pause',
  ready: 'check',
  resume: 'play',
  escort: 'person',
  lane: 'people',
  call: 'bell',
  cancel: 'cross',
};

const HALVES: readonly Option[] = ['lane', 'call'];
const ASKING: readonly Option[] = ['prepare', 'lane', 'call', 'readmit', 'cancel'];
const isQuestion = (option: Option): option is Asking => ASKING.some((one) => one === option);

export function Options({ row }: { readonly row: TicketRow }): JSX.Element {
  const { profile } = useLobby();
  const { t } = useI18n();
  const options = optionsOf(row, profile.value);
  const documents = serviceOf(profile.value, row.service)?.documents !== undefined;
  if (options.length === 0 && !documents) return <Notice tone="quiet">{t.lobby.noActions}</Notice>;
  return (
    <div class={cx(styles['options'])}>
      {documents && <CheckDocuments row={row} />}
      {options.map((option, index) => (
        <OptionButton
          key={option}
          {...{ row, option }}
          usual={index === 0 && !isQuestion(option)}
          half={HALVES.includes(option) && HALVES.every((one) => options.includes(one))}
        />
      ))}
    </div>
  );
}

/** One tap says that all are there; the other lists what is missing. Rules: PREP-4. Source: H22. */
function CheckDocuments({ row }: { readonly row: TicketRow }): JSX.Element {
  const { sheet, act, live, commands } = useLobby();
  const { t } = useI18n();
  const { ticket, number, service, documents } = row;
  return (
    <div class={cx(styles['pair'])}>
      <Button
        size="l"
        block
        icon="check"
        disabled={!live.value || documents?.missing.length === 0}
        pending={commands.pending.value?.type === 'documents'}
        data-testid="do-checked"
        onClick={() => void act({ type: 'documents', ticket, number, service, missing: [] })}
      >
        {t.manager.action.checked}
      </Button>
      <Button
        size="l"
        block
        icon="cross"
        disabled={!live.value}
        data-testid="do-missing"
        onClick={() => sheet.ask('missing')}
      >
        {t.manager.action.missing}
      </Button>
    </div>
  );
}

type OptionProps = {
  readonly row: TicketRow;
  readonly option: Option;
  readonly usual: boolean;
  /** Beside another one, so that all are in sight on a small phone. */
  readonly half: boolean;
};

function OptionButton({ row, option, usual, half }: OptionProps): JSX.Element {
  const { sheet, act, live, commands } = useLobby();
  const { t } = useI18n();
  const running = commands.pending.value;
  const variant = usual ? 'primary' : 'secondary';
  return (
    <Button
      size="l"
      block
      variant={variant}
      class={styles[half ? 'half' : 'whole']}
      icon={ICONS[option]}
      disabled={!live.value}
      pending={running !== null && running.type === option}
      data-testid={`do-${option}`}
      onClick={() => {
        if (isQuestion(option)) sheet.ask(option);
        else void act(plain(row, option));
      }}
    >
      {t.manager.action[option]}
    </Button>
  );
}

const plain = ({ ticket, number }: TicketRow, type: Plain): TicketAction => ({
  type,
  ticket,
  number,
});
