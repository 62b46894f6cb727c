/** What happens around a missed call: the rule of the lane, as fields and as customers read it. */
import {
  MissedRule,
  placeAfterReturn,
  ReturnChannel,
  ReturnPlace,
} from '@tingxu/contract/missed-rule';
import { tellMissedRule } from '@tingxu/i18n/missed-rule';
import { SelectField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { type DraftMissed, same, withMembers } from '../draft/draft-config.ts';
import { Ticks } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry, type UNITS } from '../fields/number-entry.tsx';
import { More, Sentence } from '../fields/sentence.tsx';
import { useI18n } from '../texts.ts';
import type { LanePartProps } from './lanes-page.tsx';

type Figure = Exclude<
  {
    [K in keyof DraftMissed]-?: NonNullable<DraftMissed[K]> extends number ? K : never;
  }[keyof DraftMissed],
  'version'
>;
type Unit = keyof typeof UNITS;

/** With its words, its unit, and whether it may be left empty. */
const FIGURES = {
  minCalls: ['minCalls', 'one', false],
  intervalMs: ['interval', 'second', false],
  minTotalMs: ['minTotal', 'second', false],
  maxReturns: ['maxReturns', 'one', false],
  validMs: ['valid', 'minute', false],
  returnAfterCalls: ['returnAfterCalls', 'one', false],
  waitCreditPermille: ['waitCredit', 'percent', true],
  toleranceCalls: ['tolerance', 'one', true],
  autoMissMs: ['autoMiss', 'second', true],
  autoReturnMs: ['autoReturn', 'minute', true],
  escortMs: ['escort', 'second', true],
} as const satisfies Readonly<Record<Figure, readonly [string, Unit, boolean]>>;

const MAIN: readonly Figure[] = ['minCalls', 'intervalMs', 'minTotalMs', 'maxReturns', 'validMs'];
const FURTHER: readonly Figure[] = [
  ...(['waitCreditPermille', 'toleranceCalls', 'autoMissMs'] as const),
  ...(['autoReturnMs', 'escortMs'] as const),
];

/** A rule that bears a version gets the next one with its first change, and its own back with the last. */
const withNextVersion = (rule: DraftMissed, known: DraftMissed | undefined): DraftMissed => {
  if (known?.version === undefined) return rule;
  const unchanged = same({ ...rule, version: known.version }, known);
  return unchanged ? known : { ...rule, version: known.version + 1 };
};

export function MissedFields({ lane, path, put }: LanePartProps): JSX.Element {
  const { t, locale } = useI18n();
  const { reply } = useAdmin();
  const words = t.adminFields;
  const rule = lane.missed;
  const known = reply.value?.config.lanes.find(({ id }) => id === lane.id)?.missed;
  const change = (changes: Parameters<typeof withMembers<DraftMissed>>[1]): void =>
    put({ missed: withNextVersion(withMembers(rule, changes), known) });
  const told = MissedRule.safeParse(rule).data;
  const figure = (member: Figure): JSX.Element => {
    const [label, unit, optional] = FIGURES[member];
    return (
      <NumberEntry
        key={member}
        {...{ unit, optional }}
        label={words[label]}
        path={`${path}.${member}`}
        value={rule[member]}
        hint={optional ? words.emptyIsOff : undefined}
        onChange={(value) => change({ [member]: value ?? (optional ? undefined : Number.NaN) })}
      />
    );
  };
  return (
    <section class={cx(styles['stack'])}>
      <h3>{words.missed}</h3>
      <div class={cx(styles['grid'])}>
        {MAIN.map(figure)}
        <ReturnPlaceField
          value={placeAfterReturn(rule).place}
          onChange={(returnPlace) =>
            // Another place has no use for the number, which is then not shown.
            change({ returnPlace, ...(returnPlace !== 'after-calls' && { returnAfterCalls: 0 }) })
          }
        />
        {placeAfterReturn(rule).place === 'after-calls' && figure('returnAfterCalls')}
      </div>
      {told && <Sentence data-testid="missed">{tellMissedRule(told, locale.value)}</Sentence>}
      <More>
        <div class={cx(styles['grid'])}>{FURTHER.map(figure)}</div>
        <Ticks
          label={words.returnBy}
          path={`${path}.returnBy`}
          value={rule.returnBy ?? ReturnChannel.options}
          options={ReturnChannel.options.map((value) => ({
            value,
            label: words.returnChannel[value],
          }))}
          onChange={(ways) =>
            change({ returnBy: ways.length === ReturnChannel.options.length ? undefined : ways })
          }
        />
      </More>
    </section>
  );
}

function ReturnPlaceField(props: {
  readonly value: ReturnPlace;
  readonly onChange: (value: ReturnPlace) => void;
}): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  return (
    <SelectField
      label={words.returnPlace}
      value={props.value}
      options={ReturnPlace.options.map((value) => ({
        value,
        label: words.returnPlaceChoice[value],
      }))}
      onInput={(text) => {
        const place = ReturnPlace.options.find((one) => one === text);
        if (place) props.onChange(place);
      }}
    />
  );
}
