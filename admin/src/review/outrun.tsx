/** Somebody else's change came first: what it was, and how the draft goes on from there. Rules: CONF-2. */
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import styles from '../fields/fields.module.css';
import { useI18n } from '../texts.ts';
import { Changes } from './changes.tsx';
import { who } from './who.ts';

export function Outrun(): JSX.Element {
  const { draft, reply, history } = useAdmin();
  const { t, format, clockOf } = useOutrunWords();
  const basedOn = draft.work.value?.basedOn ?? 0;
  const theirs = (history.value?.entries ?? []).filter(({ version }) => version > basedOn);
  return (
    <section class={cx(styles['stack'])} data-testid="outrun">
      <Notice
        tone="warn"
        title={t.admin.outrun}
        action={
          <Button variant="primary" onClick={() => draft.bringForward()}>
            {t.admin.bringForward}
          </Button>
        }
      >
        {t.admin.outrunText(reply.value?.latest ?? 0)}
      </Notice>
      {theirs.map((entry) => (
        <div key={entry.seq} class={cx(styles['stack'])}>
          <h3>
            {entry.text[clockOf]} · {t.admin.since(format(entry.at), who(entry.by, t))}
          </h3>
          <Changes changes={entry.changes} />
        </div>
      ))}
    </section>
  );
}

const useOutrunWords = () => {
  const { t, format, locale } = useI18n();
  const { clock } = useAdmin();
  return {
    t,
    clockOf: locale.value,
    format: (at: string) => format.when(Date.parse(at), clock.value),
  };
};
