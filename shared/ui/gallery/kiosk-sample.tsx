import type { JSX } from 'preact';
import { AppShell } from '../src/app-shell.tsx';
import { Button } from '../src/button.tsx';
import { ChoiceTile } from '../src/choice-tile.tsx';
import { Icon } from '../src/icon.tsx';
import { LaneTag } from '../src/lane-tag.tsx';
import { cx } from '../src/lib/cx.ts';
import { LocaleToggle } from '../src/locale-switch.tsx';
import { Metric } from '../src/metric.tsx';
import { TicketNumber } from '../src/ticket-number.tsx';
import { TicketSlip } from '../src/ticket-slip.tsx';
import { GalleryI18n } from './gallery-i18n.tsx';
import { MIN, SERVICES } from './sample-data.ts';
import styles from './samples.module.css';

export function KioskSample(): JSX.Element {
  const { t, pick, locale, locales, setLocale } = GalleryI18n.useI18n();
  return (
    <AppShell
      fixed
      end={
        <LocaleToggle
          locales={locales}
          value={locale.value}
          onChange={setLocale}
          label={t.common.language}
        />
      }
    >
      <div class={cx(styles['kiosk'])}>
        <h2 class={cx(styles['ask'])}>{t.kiosk.chooseService}</h2>
        <div class={cx(styles['tiles'])}>
          {SERVICES.map((service) => (
            <ChoiceTile
              key={service.id}
              title={pick(service.name)}
              meta={
                <span class={cx(styles['peoplecount'])}>
                  <Icon name="people" label={t.common.waiting} />
                  {service.waiting}
                </span>
              }
            />
          ))}
        </div>
      </div>
    </AppShell>
  );
}

export function TakenSample(): JSX.Element {
  const { t, pick, format } = GalleryI18n.useI18n();
  return (
    <AppShell
      fixed
      end={<LaneTag lane="elderly" label={pick({ 'zh-CN': '长者', en: 'Elderly' })} />}
    >
      <div class={cx(styles['taken'])}>
        <TicketSlip
          stub={
            <div class={cx(styles['facts'])}>
              <Metric label={t.kiosk.ahead} value={t.kiosk.people(3)} />
              <Metric
                label={t.kiosk.wait}
                value={format.wait({ lowMs: 5 * MIN, highMs: 10 * MIN })}
              />
            </div>
          }
        >
          <div class={cx(styles['slip-top'])}>
            <span>{t.kiosk.yourNumber}</span>
            <TicketNumber number="A001" size="hero" />
          </div>
        </TicketSlip>
        <Button variant="primary" size="touch" block>
          {t.kiosk.finish}
        </Button>
      </div>
    </AppShell>
  );
}
