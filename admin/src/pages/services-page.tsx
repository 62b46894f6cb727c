/** Services: what customers choose at the kiosk. */
import { useSignal } from '@preact/signals';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useAdmin, useDraft } from '../admin-context.tsx';
import { type DraftService, withMembers } from '../draft/draft-config.ts';
import { moveRow, newService, removeService, replaceAt } from '../draft/rows.ts';
import { FaultAt } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { TextEntry, TextsEntry } from '../fields/text-entry.tsx';
import { HallPreview } from '../preview/hall-preview.tsx';
import { joined, useI18n } from '../texts.ts';
import { DocumentsEntry } from './documents.tsx';
import { RowEditor } from './row-editor.tsx';
import { GroupsPanel, ServiceLook } from './service-look.tsx';

export function ServicesPage(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const chosen = useSignal(0);
  const index = Math.min(chosen.value, draft.services.length - 1);
  const service = draft.services[index];
  return (
    <div class={cx(styles['stack'])}>
      <RowEditor
        label={words.services}
        member="services"
        rows={draft.services.map(({ id, name }) => ({ id, title: pick(name) || words.newService }))}
        chosen={index}
        addLabel={words.newService}
        onChoose={(next) => {
          chosen.value = next;
        }}
        onAdd={() => {
          edit((now) => ({ ...now, services: [...now.services, newService(now)] }));
          chosen.value = draft.services.length;
        }}
        onMove={(by) => {
          edit((now) => ({ ...now, services: moveRow(now.services, index, by) }));
          chosen.value = index + by;
        }}
        onRemove={() => service && edit((now) => removeService(now, service.id))}
        aside={service && <HallPreview service={service.id} lane={draft.defaultLane} />}
      >
        <FaultAt path="services" />
        {service && <ServiceFields key={index} service={service} index={index} />}
      </RowEditor>
      <GroupsPanel />
    </div>
  );
}

function ServiceFields(props: {
  readonly service: DraftService;
  readonly index: number;
}): JSX.Element {
  const { service, index } = props;
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const path = `services.${index}`;
  const put = (changes: Parameters<typeof withMembers<DraftService>>[1]): void =>
    edit((now) => ({
      ...now,
      services: replaceAt(now.services, index, withMembers(service, changes)),
    }));
  const counters = draft.counters.filter(({ skills }) => skills.includes(service.id));
  const labels = joined(
    counters.map(({ label }) => label),
    words.and,
  );
  return (
    <div class={cx(styles['stack'])}>
      <TextsEntry
        label={words.name}
        path={`${path}.name`}
        value={service.name}
        onChange={(name) => name && put({ name })}
      />
      <TextsEntry
        label={words.hint}
        path={`${path}.hint`}
        value={service.hint}
        hint={words.hintText}
        optional
        onChange={(hint) => put({ hint })}
      />
      <div class={cx(styles['grid'])}>
        <TextEntry
          label={words.series}
          path={`${path}.series`}
          value={service.series}
          maxLength={1}
          onChange={(text) => put({ series: text.toUpperCase() })}
        />
        <NumberEntry
          label={words.expected}
          path={`${path}.expectedServiceMs`}
          unit="minute"
          value={service.expectedServiceMs}
          hint={words.expectedHint}
          onChange={(value) => put({ expectedServiceMs: value ?? Number.NaN })}
        />
        <RowId path={path} id={service.id} onChange={(id) => put({ id })} member="services" />
      </div>
      <ServiceLook service={service} path={path} put={put} />
      <DocumentsEntry
        path={`${path}.documents`}
        documents={service.documents ?? []}
        onChange={(documents) => put({ documents })}
      />
      <p class={cx(styles['hint'])}>
        {words.servedBy} · {labels || words.none}
      </p>
    </div>
  );
}

/** An id can be written until it is in force. */
export function RowId(props: {
  readonly path: string;
  readonly id: string;
  readonly member: 'services' | 'lanes' | 'counters';
  readonly onChange: (id: string) => void;
}): JSX.Element {
  const { reply } = useAdmin();
  const { t } = useI18n();
  const known = reply.value?.config[props.member].some(({ id }) => id === props.id) ?? true;
  return (
    <TextEntry
      label={t.adminFields.id}
      path={`${props.path}.id`}
      value={props.id}
      maxLength={32}
      disabled={known}
      hint={known ? undefined : t.adminFields.idHint}
      onChange={props.onChange}
    />
  );
}
