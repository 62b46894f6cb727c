/** When lobby manager and supervisor are alarmed. Rules: CARE-1, CARE-3, HELP-4. */
import { type WatchRule, watchLimits } from '@tingxu/contract/watch';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { useI18n } from '../texts.ts';

const MEMBERS = ['careMs', 'careQuietMs', 'helpLateMs'] as const;

export function WatchPanel(): JSX.Element {
  const { draft, edit } = useDraft();
  const words = useI18n().t.adminFields;
  const rule: WatchRule = draft.watch ?? {};
  const limits = watchLimits(rule);
  return (
    <Panel title={words.watch}>
      <div class={cx(styles['grid'])}>
        {MEMBERS.map((member) => (
          <NumberEntry
            key={member}
            label={words[member]}
            path={`watch.${member}`}
            unit="minute"
            value={rule[member] ?? limits[member]}
            onChange={(value) =>
              edit((now) => ({ ...now, watch: { ...now.watch, [member]: value ?? Number.NaN } }))
            }
          />
        ))}
      </div>
    </Panel>
  );
}
