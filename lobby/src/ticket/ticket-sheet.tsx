/** The ticket in hand, from below: what it is above, what can be done within the thumb's reach. */
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import { Spinner } from '@tingxu/ui/spinner';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { EndedFacts, TicketFacts } from './facts.tsx';
import { Options } from './options.tsx';
import { Paper } from './paper.tsx';
import { QuestionForm } from './question-form.tsx';
import type { Sheet } from './sheet-model.ts';
import styles from './ticket-sheet.module.css';

export function TicketSheet(): JSX.Element {
  const { sheet } = useLobby();
  const { t } = useI18n();
  const shown = sheet.sheet.value;
  return (
    <div class={cx(styles['place'])}>
      <Dialog
        open={shown !== null}
        title={shown && <TicketNumber number={numberOf(shown)} size="l" />}
        onClose={() => sheet.close()}
        actions={
          shown?.kind === 'live' && shown.question !== null ? undefined : (
            <Button size="l" block onClick={() => sheet.close()}>
              {t.common.close}
            </Button>
          )
        }
      >
        {shown && <Content sheet={shown} />}
      </Dialog>
    </div>
  );
}

const numberOf = (sheet: Sheet): string => {
  if ('row' in sheet) return sheet.row.number;
  return 'summary' in sheet ? sheet.summary.number : sheet.number;
};

function Content({ sheet }: { readonly sheet: Sheet }): JSX.Element {
  const { t } = useI18n();
  switch (sheet.kind) {
    case 'live':
      return (
        <div class={cx(styles['content'])}>
          <TicketFacts row={sheet.row} />
          {sheet.question === null ? (
            <>
              <Options row={sheet.row} />
              <Paper row={sheet.row} />
            </>
          ) : (
            <QuestionForm key={sheet.question} row={sheet.row} question={sheet.question} />
          )}
        </div>
      );
    case 'gone':
      return (
        <div class={cx(styles['content'])}>
          <TicketFacts row={sheet.row} />
          <Notice tone="info">{t.lobby.gone}</Notice>
        </div>
      );
    case 'asking':
      return (
        <p>
          <Spinner label={t.common.loading} />
        </p>
      );
    case 'failed':
      return (
        <Notice tone="warn" code={sheet.code ?? undefined}>
          {sheet.code ? t.problems[sheet.code] : t.common.unexpected}
        </Notice>
      );
    case 'ended':
      return <EndedFacts summary={sheet.summary} />;
    default:
      return sheet satisfies never;
  }
}
