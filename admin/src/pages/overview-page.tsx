/** What is in force, what waits, and how it came to be. */
import { useSignal } from '@preact/signals';
import type { ConfigurationHistory } from '@tingxu/contract/configuration-rest';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import { Metric } from '@tingxu/ui/metric';
import { Notice } from '@tingxu/ui/notice';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { Act } from '../fields/act.tsx';
import styles from '../fields/fields.module.css';
import { Changes } from '../review/changes.tsx';
import { who } from '../review/who.ts';
import { useI18n } from '../texts.ts';
import overview from './overview-page.module.css';

type Entry = ConfigurationHistory['entries'][number];

export function OverviewPage(): JSX.Element {
  const { inFile } = useAdmin();
  const { t } = useI18n();
  return (
    <div class={cx(styles['stack'])}>
      {inFile.value && (
        <Notice tone="info" title={t.admin.inFile}>
          {t.admin.inFileText}
        </Notice>
      )}
      <InForce />
      <Plan />
      <History />
    </div>
  );
}

const useWhen = (): ((at: string) => string) => {
  const { format } = useI18n();
  const { clock } = useAdmin();
  return (at) => format.when(Date.parse(at), clock.value);
};

const IN_FORCE: readonly Entry['what'][] = ['changed', 'took-effect'];

function InForce(): JSX.Element | null {
  const { reply, history } = useAdmin();
  const { t } = useI18n();
  const when = useWhen();
  const now = reply.value;
  if (!now) return null;
  const made = history.value?.entries.find(
    ({ version, what }) => version === now.version && IN_FORCE.includes(what),
  );
  const how = made ? t.admin.since(when(made.at), who(made.by, t)) : t.admin.firstVersion;
  const { services, lanes, counters } = now.config;
  return (
    <Panel title={t.admin.inForce}>
      <div class={cx(overview['figures'])}>
        <div data-testid="in-force">
          <Metric
            label={t.admin.versionInForce}
            value={now.version === 0 ? t.admin.versionFile : t.admin.version(now.version)}
            note={now.version === 0 ? undefined : how}
          />
        </div>
        <Metric label={t.admin.figures.services} value={services.length} />
        <Metric label={t.admin.figures.lanes} value={lanes.length} />
        <Metric label={t.admin.figures.counters} value={counters.length} />
      </div>
    </Panel>
  );
}

function Plan(): JSX.Element | null {
  const { reply, draft, applying } = useAdmin();
  const { t } = useI18n();
  const when = useWhen();
  const asking = useSignal(false);
  const now = reply.value;
  if (!now?.plan) return null;
  const { plan, latest } = now;
  const { version } = plan;
  const told =
    plan.when === 'next-day'
      ? t.admin.waitingNextDay(version)
      : t.admin.waitingAt(version, when(plan.when));
  const close = (): void => {
    asking.value = false;
  };
  return (
    <Panel title={t.admin.waiting}>
      <div class={cx(styles['stack'])} data-testid="plan">
        <p>{told}</p>
        <div class={cx(overview['orders'])}>
          <Act onClick={() => draft.take(plan.config)}>{t.admin.editPlan}</Act>
          <Act
            onClick={() => {
              asking.value = true;
            }}
          >
            {t.admin.withdraw}
          </Act>
        </div>
      </div>
      <Dialog
        open={asking.value}
        title={t.admin.withdrawTitle(version)}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t.common.cancel}</Button>
            <Button
              variant="primary"
              pending={applying.pending.value}
              onClick={() => void applying.withdraw(latest).then(close)}
            >
              {t.admin.withdraw}
            </Button>
          </>
        }
      >
        <p>{t.admin.withdrawText}</p>
      </Dialog>
    </Panel>
  );
}

function History(): JSX.Element {
  const { history } = useAdmin();
  const { t } = useI18n();
  const entries = history.value?.entries ?? [];
  return (
    <Panel title={t.admin.history}>
      {entries.length === 0 && <p>{t.admin.historyEmpty}</p>}
      <ol class={cx(overview['history'])} data-testid="history">
        {entries.map((entry) => (
          <HistoryRow key={entry.seq} entry={entry} />
        ))}
      </ol>
    </Panel>
  );
}

function HistoryRow({ entry }: { readonly entry: Entry }): JSX.Element {
  const { client, draft, inFile } = useAdmin();
  const { t, locale } = useI18n();
  const when = useWhen();
  const open = useSignal(false);
  const failed = useSignal(false);
  const takeBack = async (): Promise<void> => {
    const answer = await client.version(entry.version);
    failed.value = !answer.ok;
    if (answer.ok) draft.take(answer.value.config);
  };
  return (
    <li data-version={entry.version}>
      <div class={cx(overview['row'])}>
        <div>
          <strong>{entry.text[locale.value]}</strong>
          <div class={cx(styles['hint'])}>{t.admin.since(when(entry.at), who(entry.by, t))}</div>
        </div>
        {entry.what !== 'withdrawn' && (
          <div class={cx(overview['orders'])}>
            <Button
              size="s"
              variant="quiet"
              onClick={() => {
                open.value = !open.value;
              }}
            >
              {open.value ? t.admin.close : t.admin.look}
            </Button>
            <Act size="s" disabled={inFile.value} onClick={() => void takeBack()}>
              {t.admin.takeBack}
            </Act>
          </div>
        )}
      </div>
      {open.value && <Changes changes={entry.changes} />}
      {failed.value && <Notice tone="over">{t.admin.failed}</Notice>}
    </li>
  );
}
