/** Who is called next: the rule in words, the cap on pass-overs, and the numbers of each lane. */
import { PolicyKind } from '@tingxu/contract/config';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type Draft, withMembers } from '../draft/draft-config.ts';
import { OneOf } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { Sentence } from '../fields/sentence.tsx';
import { useI18n } from '../texts.ts';
import { LaneNumbers } from './lane-numbers.tsx';

type Policy = Draft['policy'];

const CAP_BEGINS_AT = 12;

export function CallingPage(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const { policy } = draft;
  const put = (changes: Parameters<typeof withMembers<Policy>>[1]): void =>
    edit((now) => ({ ...now, policy: withMembers(now.policy, changes) }));
  return (
    <div class={cx(styles['stack'])}>
      <Panel title={words.kind}>
        <div class={cx(styles['stack'])}>
          <OneOf
            label={words.kind}
            headed
            value={policy.kind}
            options={PolicyKind.options.map((value) => ({ value, label: t.staff.policy[value] }))}
            onChange={(kind) => put({ kind })}
          />
          <Sentence data-testid="policy">{words.kindText[policy.kind]}</Sentence>
        </div>
      </Panel>
      <Cap policy={policy} put={put} />
      <LaneNumbers />
    </div>
  );
}

function Cap(props: {
  readonly policy: Policy;
  readonly put: (changes: Parameters<typeof withMembers<Policy>>[1]) => void;
}): JSX.Element {
  const { policy, put } = props;
  const { draft } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const { passOverCap, passOverPermille } = policy;
  const counters = draft.counters.length;
  const times = passOverCap ?? Math.ceil((counters * passOverPermille) / 1_000);
  return (
    <Panel title={words.cap}>
      <div class={cx(styles['stack'])}>
        <p class={cx(styles['hint'])}>{words.capText}</p>
        <OneOf
          label={words.cap}
          headed
          value={passOverCap === undefined ? 'counters' : 'fixed'}
          options={[
            { value: 'counters', label: words.capPerCounter },
            { value: 'fixed', label: words.capFixed },
          ]}
          onChange={(way) => put({ passOverCap: way === 'fixed' ? CAP_BEGINS_AT : undefined })}
        />
        <div class={cx(styles['grid'])}>
          {passOverCap === undefined ? (
            <NumberEntry
              key="counters"
              label={words.perCounter}
              path="policy.passOverPermille"
              unit="perCounter"
              value={passOverPermille}
              onChange={(value) => put({ passOverPermille: value ?? Number.NaN })}
            />
          ) : (
            <NumberEntry
              key="fixed"
              label={words.fixedCap}
              path="policy.passOverCap"
              value={passOverCap}
              onChange={(value) => put({ passOverCap: value ?? Number.NaN })}
            />
          )}
        </div>
        {Number.isFinite(times) && (
          <Sentence data-testid="cap">
            {passOverCap === undefined
              ? words.capExample(counters, times)
              : words.capFixedIs(times)}
          </Sentence>
        )}
      </div>
    </Panel>
  );
}
