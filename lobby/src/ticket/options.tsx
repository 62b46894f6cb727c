/** What may be done with the ticket; the usual one first and strong, what ends it last. */
import type { TicketRow } from '@tingxu/contract/views';
import type { TicketAction } from '@tingxu/feed-client/manager-action';
import { Button } from '@tingxu/ui/button';
import type { IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import type { Question } from './sheet-model.ts';
import { type Option, optionsOf } from './ticket-options.ts';
import styles from './ticket-sheet.module.css';

type Plain = Exclude<Option, Question>;

const ICONS: Readonly<Record<Option, IconName>> = {
  return: 'refresh',
  readmit: 'star',
  prepare: 'pause',
  ready: 'check',
  resume: 'play',
  escort: 'person',
  lane: 'people',
  cancel: 'cross',
};

const isQuestion = (option: Option): option is Question =>
  option === 'prepare' || option === 'lane' || option === 'readmit' || option === 'cancel';

export function Options({ row }: { readonly row: TicketRow }): JSX.Element {
  const { profile } = useLobby();
  const { t } = useI18n();
  const options = optionsOf(row, profile.value);
  if (options.length === 0) return <Notice tone="quiet">{t.lobby.noActions}</Notice>;
  return (
    <div class={cx(styles['options'])}>
      {options.map((option, index) => (
        <OptionButton
          key={option}
          {...{ row, option }}
          usual={index === 0 && !isQuestion(option)}
        />
      ))}
    </div>
  );
}

type OptionProps = { readonly row: TicketRow; readonly option: Option; readonly usual: boolean };

function OptionButton({ row, option, usual }: OptionProps): JSX.Element {
  const { sheet, act, live, commands } = useLobby();
  const { t } = useI18n();
  const running = commands.pending.value;
  const variant = usual ? 'primary' : 'secondary';
  return (
    <Button
      size="l"
      block
      variant={variant}
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
