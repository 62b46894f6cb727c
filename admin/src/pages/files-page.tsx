/** The configuration as a file: out of the hall, and into the draft. */
import { useSignal } from '@preact/signals';
import type { Problem } from '@tingxu/contract/problem';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useAdmin } from '../admin-context.tsx';
import { Act } from '../fields/act.tsx';
import styles from '../fields/fields.module.css';
import { type Told, tellFinding } from '../fields/use-fault.ts';
import { placeOf } from '../places.ts';
import type { FileFormat } from '../server/configuration-client.ts';
import { useI18n } from '../texts.ts';
import files from './files-page.module.css';
import { inWords } from './in-words.ts';
import { saveFile } from './save-file.ts';

export function FilesPage(): JSX.Element {
  const { readOnly } = useAdmin();
  return (
    <div class={cx(styles['stack'])}>
      <Export />
      {!readOnly && <Import />}
    </div>
  );
}

const FORMATS: readonly FileFormat[] = ['yaml', 'json'];

function Export(): JSX.Element {
  const { client, draft, hall, reply } = useAdmin();
  const { t } = useI18n();
  const failed = useSignal(false);
  const name = `${hall}-configuration-${reply.value?.version ?? 0}`;
  const save = async (format: FileFormat): Promise<void> => {
    const answer = await client.file(format);
    failed.value = !answer.ok;
    if (answer.ok) saveFile(`${name}.${format}`, answer.value);
  };
  return (
    <Panel title={t.admin.exportTitle}>
      <div class={cx(styles['stack'])}>
        <p>{t.admin.exportText}</p>
        <div class={cx(files['orders'])}>
          {FORMATS.map((format) => (
            <Button key={format} onClick={() => void save(format)}>
              {t.admin.exportAs[format]}
            </Button>
          ))}
          <Act
            disabled={!draft.work.value}
            onClick={() =>
              saveFile(`${name}-draft.json`, JSON.stringify(draft.draft.value, null, 2))
            }
          >
            {t.admin.exportDraft}
          </Act>
        </div>
        {failed.value && <Notice tone="over">{t.admin.failed}</Notice>}
      </div>
    </Panel>
  );
}

/** As much as the server takes. Units: letters. */
const MOST = 500_000;

type Became =
  | { readonly kind: 'taken'; readonly count: number }
  | { readonly kind: 'too-large' | 'no-answer' }
  | { readonly kind: 'refused'; readonly problem: Problem };

function Import(): JSX.Element {
  const { client, draft, inFile, live } = useAdmin();
  const { t } = useI18n();
  const id = useId();
  const became = useSignal<({ readonly name: string } & Became) | null>(null);
  const read = async (file: File): Promise<Became> => {
    const text = await file.text();
    if (text.length > MOST) return { kind: 'too-large' };
    const answer = await client.preview({ text }, 'next-day');
    if (!answer.ok) {
      return answer.problem ? { kind: 'refused', problem: answer.problem } : { kind: 'no-answer' };
    }
    const { config, changes } = answer.value;
    if (config) draft.take(config);
    return { kind: 'taken', count: changes.length };
  };
  const take = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    became.value = { name: file.name, ...(await read(file)) };
    // The same file may be chosen again once it was corrected.
    input.value = '';
  };
  return (
    <Panel title={t.admin.importTitle}>
      <div class={cx(styles['stack'])}>
        <p>{t.admin.importText}</p>
        {draft.work.value && <p class={cx(styles['hint'])}>{t.admin.importReplaces}</p>}
        <div class={cx(files['choose'])}>
          <input
            type="file"
            id={id}
            class={cx(files['input'])}
            accept=".yaml,.yml,.json"
            disabled={inFile.value || !live.value}
            onChange={(event) => void take(event.currentTarget)}
          />
          <label class={cx(files['file'])} for={id}>
            {t.admin.importChoose}
          </label>
        </div>
        {became.value && <Outcome {...became.value} />}
      </div>
    </Panel>
  );
}

function Outcome(props: { readonly name: string } & Became): JSX.Element {
  const { t } = useI18n();
  const words = t.admin;
  switch (props.kind) {
    case 'taken':
      return props.count === 0 ? (
        <Notice tone="info">{words.importSame(props.name)}</Notice>
      ) : (
        <Notice tone="ok" action={<a href="#/review">{words.review}</a>}>
          {words.importTaken(props.name, props.count)}
        </Notice>
      );
    case 'too-large':
      return (
        <Notice tone="over" title={words.importRefused(props.name)}>
          {words.importTooLarge}
        </Notice>
      );
    case 'no-answer':
      return (
        <Notice tone="over" title={words.importRefused(props.name)}>
          {words.failed}
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="over" title={words.importRefused(props.name)}>
          <Findings problem={props.problem} />
        </Notice>
      );
    default:
      return props satisfies never;
  }
}

/** Where it is wrong and how: the line in the file, the setting, with the page on which it is edited. */
function Findings({ problem }: { readonly problem: Problem }): JSX.Element {
  const { t, locale } = useI18n();
  const errors = problem.errors ?? [];
  const told = errors.map((error) => tellFinding(t.adminFaults, error));
  if (errors.length === 0 || told.includes(null)) return <>{t.problems[problem.code]}</>;
  const lines = told
    .flatMap((finding) => finding ?? [])
    .map((finding) => ({ ...finding, where: inWords(finding.path, locale.value) }))
    .sort((one, other) => one.line - other.line);
  return (
    <ul class={cx(files['findings'])} data-testid="findings">
      {lines.map(
        (finding, index) =>
          !lines.slice(0, index).some((one) => sayTheSame(one, finding)) && (
            <li key={`${finding.line} ${finding.path} ${finding.text}`}>
              <span class={cx(files['line'])}>{t.admin.importLine(finding.line)}</span>{' '}
              {isSetting(finding.path) && (
                <>
                  <a href={`#/${placeOf(finding.path)}`}>{finding.where}</a>{' '}
                </>
              )}
              {finding.text}
            </li>
          ),
      )}
    </ul>
  );
}

type Line = Told & { readonly where: string };

const sayTheSame = (one: Line, other: Line): boolean =>
  one.line === other.line && one.where === other.where && one.text === other.text;

/** Findings on the whole of a file name no setting. */
const isSetting = (path: string): boolean => path !== '' && !path.includes(' ');
