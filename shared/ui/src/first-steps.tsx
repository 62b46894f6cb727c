/** The guide of a screen. Its words and its sheet come after the first picture: most people have seen it. */
import { useSignal } from '@preact/signals';
import type { GuideRole } from '@tingxu/i18n/guide';
import type { Locale } from '@tingxu/i18n/locale';
import type { JSX } from 'preact';
import { Button } from './button.tsx';
import { later } from './later.tsx';

export type FirstStepsProps = {
  readonly of: GuideRole;
  /** Null while nobody is signed in. */
  readonly person: string | null;
  readonly locale: Locale;
  /** Somebody has begun something: it gives way. */
  readonly busy?: boolean;
  /** How often somebody has asked for it since the page came up. */
  readonly asked: number;
};

export const FirstSteps = later<FirstStepsProps>(() =>
  import('./guided.tsx').then(({ Guided }) => Guided),
);

/** With the button that shows it again. */
export function FirstStepsButton({
  label,
  ...props
}: Omit<FirstStepsProps, 'asked'> & { readonly label: string }): JSX.Element {
  const asked = useSignal(0);
  return (
    <span>
      <Button
        size="s"
        variant="quiet"
        icon="help"
        aria-label={label}
        title={label}
        data-testid="guide-open"
        onClick={() => {
          asked.value += 1;
        }}
      />
      <FirstSteps {...props} asked={asked.value} />
    </span>
  );
}
