/** Who may enter a lane, in words. Rules: LANE-1..LANE-4. */
import { CustomerClass } from '@tingxu/contract/customers';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { type DraftLane, withMembers } from '../draft/draft-config.ts';
import { FaultAt, OneOf, Tick, Ticks } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { Sentence } from '../fields/sentence.tsx';
import { type AdminI18n, joined, useI18n } from '../texts.ts';
import type { LanePartProps } from './lanes-page.tsx';

const WAYS = ['everybody', 'proof', 'staff', 'check-in'] as const;
type Way = (typeof WAYS)[number];
type Proof = NonNullable<DraftLane['proof']>;

const wayOf = ({ selfSelect, proof }: DraftLane): Way => {
  if (selfSelect) return 'everybody';
  if (!proof) return 'staff';
  return proof.checkIn ? 'check-in' : 'proof';
};

const OLD_AGE = 60;

/** What a way begins with. */
const BEGUN: Readonly<Record<Way, Pick<DraftLane, 'selfSelect'> & { proof: Proof | undefined }>> = {
  everybody: { selfSelect: true, proof: undefined },
  proof: { selfSelect: false, proof: { fromAge: OLD_AGE } },
  staff: { selfSelect: false, proof: undefined },
  'check-in': { selfSelect: false, proof: { checkIn: true } },
};

const proofWords = (proof: Proof, t: AdminI18n['t']): string => {
  const words = t.adminFields;
  const { classes, fromAge, declared, staff } = proof;
  const age = fromAge !== undefined && Number.isFinite(fromAge);
  const ways = [
    classes?.length &&
      words.proofClasses(
        joined(
          classes.map((one) => words.customerClass[one]),
          words.and,
        ),
      ),
    age && words.proofAge(fromAge),
    declared && words.proofDeclared,
    staff !== false && words.proofStaff,
  ].filter((way): way is string => typeof way === 'string');
  return words.proofIs(joined(ways, words.or));
};

export function LaneEntry({ lane, path, put }: LanePartProps): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  const way = wayOf(lane);
  return (
    <section class={cx(styles['stack'])}>
      <h3>{words.entry}</h3>
      <OneOf
        label={words.entry}
        headed
        value={way}
        options={WAYS.map((value) => ({ value, label: words.entryChoice[value] }))}
        onChange={(next) => next !== way && put(BEGUN[next])}
      />
      {way === 'proof' && lane.proof && (
        <ProofFields
          proof={lane.proof}
          path={`${path}.proof`}
          onChange={(proof) => put({ proof })}
        />
      )}
      <FaultAt path={path} />
    </section>
  );
}

function ProofFields(props: {
  readonly proof: Proof;
  readonly path: string;
  readonly onChange: (proof: Proof) => void;
}): JSX.Element {
  const { proof, path } = props;
  const { t } = useI18n();
  const words = t.adminFields;
  const put = (changes: Parameters<typeof withMembers<Proof>>[1]): void =>
    props.onChange(withMembers(proof, changes));
  return (
    <>
      <Ticks
        label={words.classes}
        path={`${path}.classes`}
        value={proof.classes ?? []}
        options={CustomerClass.options.map((value) => ({
          value,
          label: words.customerClass[value],
        }))}
        onChange={(classes) => put({ classes: classes.length > 0 ? classes : undefined })}
      />
      <div class={cx(styles['grid'])}>
        <NumberEntry
          label={words.fromAge}
          path={`${path}.fromAge`}
          value={proof.fromAge}
          hint={words.fromAgeHint}
          optional
          onChange={(fromAge) => put({ fromAge })}
        />
        <div>
          <Tick
            label={words.declared}
            value={proof.declared ?? false}
            onChange={(on) => put({ declared: on || undefined })}
          />
          <Tick
            label={words.byStaff}
            value={proof.staff !== false}
            onChange={(on) => put({ staff: on ? undefined : false })}
          />
        </div>
      </div>
      <Sentence data-testid="proof">{proofWords(proof, t)}</Sentence>
      <FaultAt path={path} />
    </>
  );
}
