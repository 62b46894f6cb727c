/** Has a printer print its test page, and says what came of it. Rules: DEV-5. */
import { useSignal } from '@preact/signals';
import { PrinterTestReply } from '@tingxu/contract/rest';
import { tellSession } from '@tingxu/feed-client/session-refused';
import type { devices as fixedWords } from '@tingxu/i18n/devices';
import { ask } from '@tingxu/session/ask';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import type { DeviceWords } from './device-looks.ts';
import styles from './devices-page.module.css';

export type TestPageProps = {
  readonly device: string;
  readonly fixed: (typeof fixedWords)['zh-CN'];
  readonly words: DeviceWords;
};

export function TestPage({ device, fixed, words }: TestPageProps): JSX.Element {
  const { url, hall, who } = useAdmin();
  const { t } = useI18n();
  const pending = useSignal(false);
  const said = useSignal('');
  const print = async (): Promise<void> => {
    pending.value = true;
    said.value = '';
    const role = who.roles.includes('admin') ? 'admin' : 'supervisor';
    const answer = await ask({
      ...{ url, path: `/halls/${hall}/devices/${device}/test`, body: {} },
      ...{ schema: PrinterTestReply, headers: { 'Tingxu-Role': role } },
    });
    pending.value = false;
    if (answer.ok) {
      const { outcome, why } = answer.value;
      said.value = [fixed.slip[outcome], ...(why ? [fixed.trouble[why]] : [])].join(' · ');
      return;
    }
    const code = answer.problem?.code;
    tellSession(code);
    said.value = code ? t.problems[code] : words.noAnswer;
  };
  return (
    <div class={cx(styles['test'])}>
      <Button
        size="s"
        pending={pending.value}
        onClick={() => void print()}
        data-testid={`test-${device}`}
      >
        {fixed.test}
      </Button>
      <span role="status" class={cx(styles['hint'])}>
        {said.value}
      </span>
    </div>
  );
}
