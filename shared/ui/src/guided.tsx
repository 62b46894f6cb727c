/** The part of a guide that comes later: its words, its sheet, and who has seen it on this device. */
import { useSignal } from '@preact/signals';
import { guide, guideSteps } from '@tingxu/i18n/guide';
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { FirstStepsProps } from './first-steps.tsx';
import { Guide } from './guide.tsx';
import { createGuideModel } from './lib/guide-model.ts';

export function Guided(props: FirstStepsProps): JSX.Element {
  const { of: role, locale, busy = false, asked } = props;
  const words = guide[locale];
  const steps = guideSteps(words, role);
  const count = steps.length;
  const person = useSignal(props.person);
  const model = useMemo(
    () => createGuideModel({ role, steps: count, person, memory: localStorage }),
    [role, count, person],
  );
  useLayoutEffect(() => {
    person.value = props.person;
  }, [person, props.person]);
  useLayoutEffect(() => {
    if (busy) model.putAway();
  }, [model, busy]);
  useLayoutEffect(() => {
    if (asked > 0) model.start();
  }, [model, asked]);
  return <Guide {...{ model, steps, words }} />;
}
