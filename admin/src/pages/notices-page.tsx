/** What boards and kiosks tell everybody: notices for some days, tables of rates or fees. Rules: TELL-1. */
import { NOTICE_MOST } from '@tingxu/contract/notices';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type Draft, withMembers } from '../draft/draft-config.ts';
import { freeId, replaceAt } from '../draft/rows.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { LanguagesEntry } from '../fields/text-entry.tsx';
import { useI18n } from '../texts.ts';
import { Standing } from './standing.tsx';
import { Tables } from './tables.tsx';

type DraftNotice = NonNullable<Draft['notices']>[number];

const NONE: readonly DraftNotice[] = [];

export function NoticesPage(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminNotices;
  const notices = draft.notices ?? NONE;
  const put = (next: readonly DraftNotice[]): void =>
    edit((now) => withMembers(now, { notices: next.length > 0 ? next : undefined }));
  const add = (): void =>
    put([...notices, { id: freeId(notices, 'notice-'), text: { 'zh-CN': '', en: '' } }]);
  return (
    <div class={cx(styles['stack'])}>
      {notices.length === 0 && <p>{words.noNotices}</p>}
      {notices.map((notice, index) => (
        <Panel
          key={notice.id}
          title={`${words.notice} ${index + 1}`}
          actions={
            <Act
              size="s"
              icon="cross"
              onClick={() => put(notices.filter((_row, other) => other !== index))}
            >
              {t.adminFields.remove}
            </Act>
          }
        >
          <NoticeFields
            notice={notice}
            path={`notices.${index}`}
            put={(changes) => put(replaceAt(notices, index, withMembers(notice, changes)))}
          />
        </Panel>
      ))}
      <FaultAt path="notices" />
      <div>
        <Act onClick={add}>{words.newNotice}</Act>
      </div>
      <Tables />
    </div>
  );
}

function NoticeFields(props: {
  readonly notice: DraftNotice;
  readonly path: string;
  readonly put: (changes: Parameters<typeof withMembers<DraftNotice>>[1]) => void;
}): JSX.Element {
  const { notice, path, put } = props;
  const { t } = useI18n();
  return (
    <div class={cx(styles['stack'])}>
      <LanguagesEntry
        label={t.adminNotices.noticeText}
        path={`${path}.text`}
        value={notice.text}
        most={NOTICE_MOST}
        onChange={(text) => put({ text })}
      />
      <Standing row={notice} path={path} put={put} />
    </div>
  );
}
