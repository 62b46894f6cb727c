import type { JSX } from 'preact';
import { useModel } from '../model/model-context.ts';
import { useI18n } from '../texts.ts';
import { Key } from './key.tsx';

export function FinishKey(): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  return (
    <Key variant="primary" data-testid="finish" onClick={model.startOver}>
      {t.kiosk.finish}
    </Key>
  );
}
