/** The last look before a draft is in force: what is wrong, what would change, what is in the way, when. */
import type { ConfigurationPreview } from '@tingxu/contract/configuration-rest';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import { Panel } from '@tingxu/ui/panel';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import styles from '../fields/fields.module.css';
import { tellFault } from '../fields/use-fault.ts';
import { placeOf } from '../places.ts';
import { joined, useI18n } from '../texts.ts';
import { Changes, Conflicts } from './changes.tsx';
import { Outrun } from './outrun.tsx';
import review from './review.module.css';
import { WhenPanel } from './when-panel.tsx';

export function ReviewPage(): JSX.Element {
  const { draft, inFile } = useAdmin();
  const { t } = useI18n();
  if (inFile.value) {
    return (
      <Notice tone="info" title={t.admin.inFile}>
        {t.admin.inFileText}
      </Notice>
    );
  }
  if (!draft.work.value) return <Panel>{t.admin.changesNone}</Panel>;
  return (
    <div class={cx(styles['stack'])}>
      {draft.outrun.value && <Outrun />}
      <Contested />
      {draft.faults.value.length > 0 ? <Faults /> : <Effect />}
    </div>
  );
}

function Contested(): JSX.Element | null {
  const { draft } = useAdmin();
  const { t } = useI18n();
  const paths = draft.contested.value;
  if (paths.length === 0) return null;
  return (
    <Notice tone="warn" title={t.admin.contested}>
      {joined(paths, t.adminFields.and)}
    </Notice>
  );
}

function Faults(): JSX.Element {
  const { draft } = useAdmin();
  const { t } = useI18n();
  return (
    <Panel title={t.admin.faults}>
      <ul class={cx(review['faults'])} data-testid="faults">
        {draft.faults.value.map((fault) => (
          <li key={`${fault.path} ${fault.kind}`}>
            <span>
              <strong>{t.admin.page[placeOf(fault.path)]}</strong> ·{' '}
              {tellFault(t.adminFaults, fault)}
            </span>
            <a href={`#/${placeOf(fault.path)}`}>{t.admin.goTo}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the server says of the draft, and the way to put it in force. */
function Effect(): JSX.Element {
  const { foresight, refresh, live } = useAdmin();
  const { t, pick } = useI18n();
  const told = foresight.told.value;
  if (!live.value) return <Notice tone="warn">{t.admin.noLink}</Notice>;
  if (!told) return <Spinner label={t.admin.draftChecking} />;
  if (!told.ok) {
    const text = told.problem ? t.problems[told.problem.code] : t.admin.failed;
    return (
      <Notice
        tone="over"
        title={text}
        code={told.problem?.code}
        action={<Button onClick={() => void refresh()}>{t.admin.retry}</Button>}
      />
    );
  }
  const { changes, conflicts, affected, withdraws, idle } = told.value;
  const touched = affected.tickets + affected.counters.length > 0;
  return (
    <>
      {conflicts.length > 0 && (
        <Panel title={t.admin.conflicts}>
          <div class={cx(styles['stack'])}>
            <p>{t.admin.conflictsText}</p>
            <Conflicts conflicts={conflicts} />
          </div>
        </Panel>
      )}
      <Panel title={`${t.admin.changes} · ${changes.length}`}>
        <div class={cx(styles['stack'])}>
          <Changes changes={changes} />
          <p class={cx(styles['hint'])} data-testid="affected">
            {touched
              ? t.admin.affected(affected.tickets, affected.counters.length)
              : t.admin.affectedNone}
          </p>
          <Bookings rows={affected.bookings} />
          {idle.map(({ path, text }) => (
            <Notice key={path} tone="warn">
              {pick(text)}
            </Notice>
          ))}
          {withdraws !== null && <Notice tone="warn">{t.admin.withdraws(withdraws)}</Notice>}
        </div>
      </Panel>
      <WhenPanel possible={conflicts.length === 0 && changes.length > 0} />
    </>
  );
}

/** Who has booked what the hall would offer no more. Rules: BOOK-11. */
function Bookings(props: {
  readonly rows: ConfigurationPreview['affected']['bookings'];
}): JSX.Element | null {
  const { t } = useI18n();
  const { rows } = props;
  const [first] = rows;
  if (!first) return null;
  const unserved = rows.filter(({ standing }) => standing === 'unserved').length;
  return (
    <Notice tone="warn">
      <span data-testid="bookings">
        {t.admin.bookings(rows.length, first.startAt.slice(0, 16).replace('T', ' '))}
        {unserved > 0 && ` ${t.admin.bookingsUnserved(unserved)}`}
      </span>
    </Notice>
  );
}
