/** A number on the own phone, by whoever stands in the hall. Rules: PHONE-1..PHONE-4, ISSUE-5. */
import { useSignal } from '@preact/signals';
import type { OfferedService } from '@tingxu/contract/presence';
import { Button } from '@tingxu/ui/button';
import { ChoiceTile } from '@tingxu/ui/choice-tile';
import { EmptyState } from '@tingxu/ui/empty-state';
import { TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import { opensAfter } from '@tingxu/ui/lib/not-issuing';
import { Notice } from '@tingxu/ui/notice';
import { ServicePicture } from '@tingxu/ui/service-picture';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { Shell } from '../shell.tsx';
import { useI18n } from '../texts.ts';
import type { TakeModel } from './take-model.ts';
import styles from './take-page.module.css';
import { readCode } from './visit.ts';

type Props = { readonly model: TakeModel };

export function TakePage({ model }: Props): JSX.Element {
  const { pick } = useI18n();
  const hall = model.offer.value?.hall;
  return (
    <Shell name={`take-${model.step.value.kind}`} branch={hall ? pick(hall) : null}>
      <div class={cx(styles['page'])}>
        <Step model={model} />
      </div>
    </Shell>
  );
}

function Step({ model }: Props): JSX.Element {
  const { t, format } = useI18n();
  const at = opensAfter(model.offer.value ?? {}, Date.now());
  const step = model.step.value;
  if (step.kind === 'entering') {
    return <EmptyState title={<Spinner />}>{t.common.connection.never}</EmptyState>;
  }
  if (step.kind === 'code') return <CodeForm model={model} />;
  if (model.offer.value?.open === false) {
    return (
      <EmptyState icon="info" title={t.phone.take.closedTitle}>
        {at === null ? t.phone.take.closedText : t.phone.opens(format.opening(at, Date.now()))}
      </EmptyState>
    );
  }
  if (step.kind === 'confirm') return <Confirm model={model} service={step.service} />;
  return <Choose model={model} />;
}

/** What went wrong, in words for whoever stands in the hall. */
function Fault({ model }: Props): JSX.Element | null {
  const { t } = useI18n();
  const fault = model.fault.value;
  if (fault === null) return null;
  if (fault === 'not-sent') return <Notice tone="warn">{t.phone.notSent}</Notice>;
  const busy = fault === 'too-many-requests';
  return <Notice tone="warn">{busy ? t.phone.take.busy : t.problemsPublic[fault]}</Notice>;
}

function CodeForm({ model }: Props): JSX.Element {
  const { t } = useI18n();
  const words = t.phone.take;
  const typed = useSignal('');
  const tried = useSignal(false);
  const code = readCode(typed.value);
  const submit = (event: Event): void => {
    event.preventDefault();
    tried.value = true;
    if (code !== null) void model.enter(code);
  };
  return (
    <form class={cx(styles['form'])} onSubmit={submit} noValidate>
      <h2>{words.codeTitle}</h2>
      <Fault model={model} />
      <TextField
        {...{ label: words.code, hint: words.codeHint, name: 'code', figures: true, maxLength: 9 }}
        value={typed.value}
        error={tried.value && code === null ? words.codeWrong : undefined}
        onInput={(text) => {
          typed.value = text.toUpperCase();
        }}
      />
      <Button type="submit" variant="primary" size="l" block pending={model.pending.value}>
        {words.go}
      </Button>
    </form>
  );
}

/** How long it would take, or why it cannot be had. Rules: WAIT-1. */
const useStanding = (): ((service: OfferedService) => string) => {
  const { t, format } = useI18n();
  return ({ state, ahead, wait }) => {
    if (state === 'not-now') return t.phone.take.notNow;
    if (state === 'queue-only') return t.phone.take.queueOnly;
    return t.phone.take.aheadWait(ahead, format.wait(wait));
  };
};

function Choose({ model }: Props): JSX.Element {
  const { t, pick } = useI18n();
  const standing = useStanding();
  return (
    <>
      <h2>{t.phone.take.choose}</h2>
      <Fault model={model} />
      {(model.offer.value?.services ?? []).map((service) => (
        <ChoiceTile
          key={service.service}
          title={pick(service.name)}
          note={standing(service)}
          picture={
            service.icon && <ServicePicture icon={service.icon} class={cx(styles['picture'])} />
          }
          disabled={service.state === 'not-now'}
          onClick={() => model.choose(service)}
          data-testid={`take-${service.service}`}
        />
      ))}
      <p class={cx(styles['quiet'])}>{t.phone.take.priority}</p>
    </>
  );
}

function Confirm({ model, service }: Props & { readonly service: OfferedService }): JSX.Element {
  const { t, pick } = useI18n();
  const standing = useStanding();
  const { documents = [], hint } = service;
  return (
    <>
      <h2>{pick(service.name)}</h2>
      {hint && <p class={cx(styles['quiet'])}>{pick(hint)}</p>}
      <p class={cx(styles['standing'])}>{standing(service)}</p>
      {documents.length > 0 && (
        <Notice tone="info">
          {t.common.bring(documents.map((text) => pick(text)).reduce(t.common.listed))}
        </Notice>
      )}
      <Fault model={model} />
      <Button
        {...{ variant: 'primary', size: 'l', block: true, icon: 'ticket' }}
        pending={model.pending.value}
        onClick={() => void model.take(service.service)}
        data-testid="take"
      >
        {t.phone.take.confirm}
      </Button>
      <Button
        {...{ variant: 'quiet', size: 'touch', block: true }}
        disabled={model.pending.value}
        onClick={() => model.back()}
        data-testid="take-back"
      >
        {t.phone.take.back}
      </Button>
    </>
  );
}
