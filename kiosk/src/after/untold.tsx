/** It happened, and this page cannot say what came of it. */
import type { JSX } from 'preact';
import { BackKey } from '../frame/back-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { Message } from '../frame/message.tsx';
import { useI18n } from '../texts.ts';

export function Untold(): JSX.Element {
  const { t } = useI18n();
  return (
    <Frame name="untold" wayOn={<BackKey />}>
      <Message icon="person" title={t.kiosk.untoldTitle}>
        {t.kiosk.untoldText}
      </Message>
    </Frame>
  );
}
