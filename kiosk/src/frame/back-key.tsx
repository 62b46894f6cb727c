import type { JSX } from 'preact';
import { useModel } from '../model/model-context.ts';
import { useI18n } from '../texts.ts';
import { Key } from './key.tsx';

export function BackKey(): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  return (
    <Key icon="arrow-left" data-testid="back" onClick={model.back}>
      {t.kiosk.back}
    </Key>
  );
}
