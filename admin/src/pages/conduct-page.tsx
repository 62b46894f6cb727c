/** What counters and tellers do by themselves, and what comes between the services of one visit. */
import { DEFAULT_VISIT_RULE } from '@tingxu/contract/config';
import { AWAY_AFTER_MS, ChoosingRole } from '@tingxu/contract/counter-rule';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type Draft, withMembers } from '../draft/draft-config.ts';
import { OneOf, Tick, Ticks } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { useI18n } from '../texts.ts';
import { KiosksPanel } from './kiosks-panel.tsx';
import { WatchPanel } from './watch-panel.tsx';

type Rule = NonNullable<Draft['counterRule']>;
type Visits = NonNullable<Draft['visits']>;

const CHOOSE_CALL: readonly ChoosingRole[] = ['lobby', 'supervisor'];

export function ConductPage(): JSX.Element {
  return (
    <div class={cx(styles['stack'])}>
      <CounterRulePanel />
      <VisitsPanel />
      <WatchPanel />
      <KiosksPanel />
    </div>
  );
}

function CounterRulePanel(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const rule: Rule = draft.counterRule ?? {};
  const put = (changes: Parameters<typeof withMembers<Rule>>[1]): void =>
    edit((now) => {
      const next = withMembers(now.counterRule ?? {}, changes);
      return withMembers(now, { counterRule: Object.keys(next).length > 0 ? next : undefined });
    });
  const roles = ChoosingRole.options.map((value) => ({ value, label: words.role[value] }));
  return (
    <Panel title={words.counterRule}>
      <div class={cx(styles['stack'])}>
        <div>
          <Tick
            label={words.autoCall}
            value={rule.autoCall ?? false}
            onChange={(on) => put({ autoCall: on || undefined })}
          />
          <CustomerTicks />
        </div>
        <Ticks
          label={words.chosenCallBy}
          path="counterRule.chosenCallBy"
          options={roles}
          value={rule.chosenCallBy ?? CHOOSE_CALL}
          onChange={(chosenCallBy) => put({ chosenCallBy })}
        />
        <Ticks
          label={words.walkUpBy}
          path="counterRule.walkUpBy"
          options={roles}
          value={rule.walkUpBy ?? ChoosingRole.options}
          onChange={(walkUpBy) => put({ walkUpBy })}
        />
        <div class={cx(styles['grid'])}>
          <NumberEntry
            label={words.calledLimit}
            path="counterRule.calledLimitMs"
            unit="minute"
            value={rule.calledLimitMs}
            hint={words.emptyIsOff}
            optional
            onChange={(calledLimitMs) => put({ calledLimitMs })}
          />
          <NumberEntry
            label={words.servingLimit}
            path="counterRule.servingLimitMs"
            unit="minute"
            value={rule.servingLimitMs}
            hint={words.emptyIsOff}
            optional
            onChange={(servingLimitMs) => put({ servingLimitMs })}
          />
          <NumberEntry
            label={words.awayAfter}
            path="counterRule.awayAfterMs"
            unit="minute"
            value={rule.awayAfterMs ?? AWAY_AFTER_MS}
            onChange={(value) => put({ awayAfterMs: value ?? Number.NaN })}
          />
        </div>
      </div>
    </Panel>
  );
}

const OF_CUSTOMERS = ['customersCancel', 'onePerCustomer', 'phoneTickets'] as const;

/** What customers may do by themselves, and how often. Rules: END-5, ISSUE-8, PHONE-1. */
function CustomerTicks(): JSX.Element {
  const { draft, edit } = useDraft();
  const words = useI18n().t.adminFields;
  return (
    <>
      {OF_CUSTOMERS.map((member) => (
        <Tick
          key={member}
          label={words[member]}
          value={draft[member] ?? false}
          onChange={(on) => edit((now) => withMembers(now, { [member]: on || undefined }))}
        />
      ))}
    </>
  );
}

function VisitsPanel(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const visits: Visits = draft.visits ?? DEFAULT_VISIT_RULE;
  const put = (changes: Parameters<typeof withMembers<Visits>>[1]): void =>
    edit((now) => ({ ...now, visits: withMembers(now.visits ?? DEFAULT_VISIT_RULE, changes) }));
  return (
    <Panel title={words.visits}>
      <div class={cx(styles['stack'])}>
        <div>
          <Tick label={words.stay} value={visits.stay} onChange={(stay) => put({ stay })} />
          <Tick
            label={words.keepWait}
            value={visits.keepWait}
            onChange={(keepWait) => put({ keepWait })}
          />
          <Tick label={words.first} value={visits.first} onChange={(first) => put({ first })} />
        </div>
        <div class={cx(styles['grid'])}>
          <NumberEntry
            label={words.park}
            path="visits.parkMs"
            unit="minute"
            value={visits.parkMs}
            onChange={(value) => put({ parkMs: value ?? Number.NaN })}
          />
          <NumberEntry
            label={words.parkMax}
            path="visits.parkMaxMs"
            unit="minute"
            value={visits.parkMaxMs}
            onChange={(value) => put({ parkMaxMs: value ?? Number.NaN })}
          />
          <NumberEntry
            label={words.carryMinutes}
            path="visits.carryMs"
            unit="minute"
            value={visits.carryMs}
            hint={words.emptyIsOff}
            optional
            onChange={(carryMs) => put({ carryMs })}
          />
        </div>
        <OneOf
          label={words.afterPark}
          value={visits.afterPark}
          options={[
            { value: 'return', label: words.afterParkChoice.return },
            { value: 'end', label: words.afterParkChoice.end },
          ]}
          onChange={(afterPark) => put({ afterPark })}
        />
      </div>
    </Panel>
  );
}
