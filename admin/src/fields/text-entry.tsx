/** A text, in one language or in each that the hall shows. */
import { TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { type DraftText, withMembers } from '../draft/draft-config.ts';
import { useI18n } from '../texts.ts';
import styles from './fields.module.css';
import { useFault } from './use-fault.ts';

export type TextEntryProps = {
  readonly label: string;
  readonly path: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** Nothing longer can be typed: of what is short by its nature. */
  readonly maxLength?: number;
  /** So many signs may be applied; a longer text stays as it was pasted, and is told. */
  readonly most?: number;
  readonly disabled?: boolean;
};

/** From this share of the most on it is told how many signs there are. */
const TOLD_SHARE = 0.8;

export function TextEntry(props: TextEntryProps): JSX.Element {
  const error = useFault(props.path);
  const { label, most = Number.POSITIVE_INFINITY, value } = props;
  return (
    <TextField
      label={
        value.length < most * TOLD_SHARE ? (
          label
        ) : (
          <>
            {label}{' '}
            <span class={cx(styles['signs'])}>
              {value.length}/{most}
            </span>
          </>
        )
      }
      name={props.path}
      hint={props.hint}
      error={error}
      value={props.value}
      maxLength={props.maxLength}
      disabled={props.disabled}
      onInput={props.onChange}
    />
  );
}

const EMPTY: DraftText = { 'zh-CN': '', en: '' };

export type TextsEntryProps = {
  readonly label: string;
  readonly path: string;
  readonly value: DraftText | undefined;
  readonly onChange: (value: DraftText | undefined) => void;
  readonly hint?: string | undefined;
  /** Empty in every language means none. */
  readonly optional?: boolean;
};

/** The name or hint of something that customers read. */
export function TextsEntry(props: TextsEntryProps): JSX.Element {
  const { label, path, value = EMPTY, hint, optional = false } = props;
  const change = (next: DraftText): void => {
    const empty = next['zh-CN'] === '' && next.en === '' && next['zh-HK'] === undefined;
    props.onChange(empty && optional ? undefined : next);
  };
  return <LanguagesEntry {...{ label, path, value, hint }} most={80} onChange={change} />;
}

/** A text that customers read in three languages; Hong Kong Chinese may be left out. */
export function LanguagesEntry(props: {
  readonly label: string;
  readonly path: string;
  readonly value: DraftText;
  readonly most: number;
  readonly hint?: string | undefined;
  readonly onChange: (value: DraftText) => void;
}): JSX.Element {
  const { t } = useI18n();
  const { label, path, value, most, hint } = props;
  const words = t.adminFields;
  return (
    <div class={cx(styles['texts'])}>
      <TextEntry
        label={`${label} · ${words.chinese}`}
        path={`${path}.zh-CN`}
        value={value['zh-CN']}
        hint={hint}
        most={most}
        onChange={(text) => props.onChange({ ...value, 'zh-CN': text })}
      />
      <TextEntry
        label={`${label} · ${words.hongKong}`}
        path={`${path}.zh-HK`}
        value={value['zh-HK'] ?? ''}
        most={most}
        onChange={(text) =>
          props.onChange(withMembers(value, { 'zh-HK': text === '' ? undefined : text }))
        }
      />
      <TextEntry
        label={`${label} · ${words.english}`}
        path={`${path}.en`}
        value={value.en}
        most={most}
        onChange={(text) => props.onChange({ ...value, en: text })}
      />
    </div>
  );
}
