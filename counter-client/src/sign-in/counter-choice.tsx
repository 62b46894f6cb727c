/** The counters of the hall as one group of choices; arrow keys walk through it. */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId } from '@tingxu/contract/ids';
import type { CounterView } from '@tingxu/contract/views';
import { CounterName } from '@tingxu/ui/counter-name';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { StateDot } from '@tingxu/ui/state-dot';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { serviceOf } from '../waiting/waiting-list.ts';
import styles from './counter-choice.module.css';

export type CounterChoiceProps = {
  readonly view: CounterView;
  readonly profile: HallProfile;
  readonly value: CounterId | null;
  readonly onChange: (counter: CounterId) => void;
  /** The form was sent without a choice. */
  readonly wrong: boolean;
};

export function CounterChoice(props: CounterChoiceProps): JSX.Element {
  const { t } = useI18n();
  return (
    <fieldset class={cx(styles['choice'])} data-wrong={props.wrong ? '' : undefined}>
      <legend class={cx(styles['legend'])}>{t.counter.chooseCounter}</legend>
      {props.wrong && (
        <p class={cx(styles['wrong'])} role="alert">
          <Icon name="alert" /> <span>{t.counter.chooseFirst}</span>
        </p>
      )}
      <div class={cx(styles['grid'])}>
        {props.profile.counters.map((counter) => (
          <Choice key={counter.id} counter={counter} {...props} />
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceProps = CounterChoiceProps & { readonly counter: HallProfile['counters'][number] };

function Choice({ counter, view, profile, value, onChange }: ChoiceProps): JSX.Element {
  const { t, pick } = useI18n();
  const row = view.counters[counter.id];
  const staff = row && row.state !== 'closed' ? row.staff : null;
  const services = counter.skills.flatMap((skill) => {
    const service = serviceOf(profile, skill);
    return service ? [pick(service.name)] : [];
  });
  return (
    <label
      class={cx(styles['tile'])}
      data-counter={counter.id}
      data-chosen={value === counter.id ? '' : undefined}
    >
      <input
        class={cx(styles['radio'])}
        type="radio"
        name="counter"
        value={counter.id}
        checked={value === counter.id}
        onChange={() => onChange(counter.id)}
      />
      <CounterName text={t.common.counter(counter.label)} label={counter.label} size="m" />
      <span class={cx(styles['services'])}>{services.join(' · ')}</span>
      <StateDot tone={staff === null ? 'quiet' : 'info'}>
        {staff === null ? t.staff.counterState.closed : t.counter.takenBy(staff)}
      </StateDot>
    </label>
  );
}
