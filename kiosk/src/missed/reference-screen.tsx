/** A booking is checked in by its reference, typed sign by sign; a scanner types it by itself. Rules: BOOK-6. */
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useFit } from '../fit/use-fit.ts';
import { BackKey } from '../frame/back-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { useModel } from '../model/model-context.ts';
import { groupsOf, referenceOf, SIGNS } from '../model/reference.ts';
import { pageOf, pagesOf } from '../services/pages.ts';
import { useI18n } from '../texts.ts';
import styles from './reference-screen.module.css';

export type ReferenceScreenProps = { readonly typed: string; readonly pending: boolean };

/** Signs on one page of the pad: all where there is room, digits and two parts of the alphabet else. */
const PAGES = [32, 16, 11, 8, 7, 4];

export function ReferenceScreen({ typed, pending }: ReferenceScreenProps): JSX.Element {
  const { t } = useI18n();
  return (
    <Frame name="reference" title={t.kiosk.referenceTitle} wayOn={<BackKey />}>
      <Pad typed={typed} pending={pending} />
    </Frame>
  );
}

function Pad({ typed, pending }: ReferenceScreenProps): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const { place, level } = useFit(PAGES.length);
  const perPage = PAGES[level] ?? 4;
  const pages = pagesOf(SIGNS.length, perPage);
  const [wanted, setWanted] = useState(0);
  const led = SIGNS.findIndex((sign) => model.led.value === `key-${sign}`);
  const page = led < 0 ? wanted % pages : Math.floor(led / perPage);
  const next = pageOf(SIGNS, perPage, (page + 1) % pages);
  return (
    <div class={cx(styles['reference'])} ref={place}>
      <Typed typed={typed} />
      <div class={cx(styles['pad'])}>
        {pageOf(SIGNS, perPage, page).map((sign) => (
          <button
            key={sign}
            type="button"
            class={cx(styles['key'])}
            data-testid={`key-${sign}`}
            onClick={() => model.press(sign)}
          >
            {sign}
          </button>
        ))}
      </div>
      <div class={cx(styles['ways'])}>
        {pages > 1 && (
          <Button
            size="touch"
            class={styles['word']}
            data-testid="turn-page"
            onClick={() => setWanted(page + 1)}
          >
            {`${next[0]}–${next.at(-1)}`}
          </Button>
        )}
        <Button size="touch" class={styles['word']} data-testid="erase" onClick={model.erase}>
          {t.kiosk.erase}
        </Button>
        <Button
          variant="primary"
          size="touch"
          class={styles['word']}
          pending={pending}
          disabled={referenceOf(typed) === null}
          data-testid="submit"
          onClick={model.submit}
        >
          {t.kiosk.submit}
        </Button>
      </div>
    </div>
  );
}

function Typed({ typed }: { readonly typed: string }): JSX.Element {
  const { t } = useI18n();
  return (
    <p class={cx(styles['typed'])} role="status" data-testid="typed">
      {typed === ''
        ? t.kiosk.referenceHint
        : groupsOf(typed).map((group, place) => <span key={`${place} ${group}`}>{group}</span>)}
    </p>
  );
}
