/** The picture of a service and its group, and the groups of the hall. Rules: ISSUE-6. */
import { ServiceIcon } from '@tingxu/contract/service-look';
import { SelectField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import { ServicePicture } from '@tingxu/ui/service-picture';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type Draft, type DraftService, withMembers } from '../draft/draft-config.ts';
import { freeId, moveRow, replaceAt } from '../draft/rows.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { TextsEntry } from '../fields/text-entry.tsx';
import { useFault } from '../fields/use-fault.ts';
import { useI18n } from '../texts.ts';
import own from './service-look.module.css';

type DraftGroup = NonNullable<Draft['serviceGroups']>[number];
const NONE: readonly DraftGroup[] = [];

const iconOf = (text: string): ServiceIcon | undefined => ServiceIcon.safeParse(text).data;

function IconEntry(props: {
  readonly path: string;
  readonly value: ServiceIcon | undefined;
  readonly onChange: (icon: ServiceIcon | undefined) => void;
}): JSX.Element {
  const { path, value, onChange } = props;
  const { t } = useI18n();
  const words = t.adminFields;
  const options = ServiceIcon.options.map((icon) => ({ value: icon, label: words.icons[icon] }));
  return (
    <div class={cx(own['icon'])}>
      <SelectField
        label={words.icon}
        name={path}
        value={value ?? ''}
        options={[{ value: '', label: words.noIcon }, ...options]}
        onInput={(text) => onChange(iconOf(text))}
      />
      {value && <ServicePicture icon={value} class={own['picture']} />}
    </div>
  );
}

export function ServiceLook(props: {
  readonly service: DraftService;
  readonly path: string;
  readonly put: (changes: Parameters<typeof withMembers<DraftService>>[1]) => void;
}): JSX.Element {
  const { service, path, put } = props;
  const { draft } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const groups = draft.serviceGroups ?? NONE;
  const error = useFault(`${path}.group`);
  return (
    <div class={cx(styles['grid'])}>
      <IconEntry path={`${path}.icon`} value={service.icon} onChange={(icon) => put({ icon })} />
      {(groups.length > 0 || service.group !== undefined) && (
        <SelectField
          label={words.group}
          name={`${path}.group`}
          value={service.group ?? ''}
          error={error}
          options={[
            { value: '', label: words.noGroup },
            ...groups.map(({ id, name }) => ({ value: id, label: pick(name) || id })),
          ]}
          onInput={(group) => put({ group: group === '' ? undefined : group })}
        />
      )}
    </div>
  );
}

/** A group that goes leaves its services without one. */
const withoutGroup = (draft: Draft, gone: string): Draft => {
  const rest = (draft.serviceGroups ?? NONE).filter(({ id }) => id !== gone);
  return withMembers(
    {
      ...draft,
      services: draft.services.map((service) =>
        service.group === gone ? withMembers(service, { group: undefined }) : service,
      ),
    },
    { serviceGroups: rest.length > 0 ? rest : undefined },
  );
};

export function GroupsPanel(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const groups = draft.serviceGroups ?? NONE;
  const put = (next: readonly DraftGroup[]): void =>
    edit((now) => ({ ...now, serviceGroups: next }));
  return (
    <Panel title={words.groups}>
      <div class={cx(styles['stack'])}>
        <p class={cx(styles['hint'])}>{words.groupsHint}</p>
        {groups.map((group, index) => (
          <div key={group.id} class={cx(styles['stack'])}>
            <TextsEntry
              label={`${words.group} ${index + 1}`}
              path={`serviceGroups.${index}.name`}
              value={group.name}
              onChange={(name) => name && put(replaceAt(groups, index, { ...group, name }))}
            />
            <div class={cx(own['row'])}>
              <IconEntry
                path={`serviceGroups.${index}.icon`}
                value={group.icon}
                onChange={(icon) => put(replaceAt(groups, index, withMembers(group, { icon })))}
              />
              <Act disabled={index === 0} onClick={() => put(moveRow(groups, index, -1))}>
                {words.up}
              </Act>
              <Act icon="cross" onClick={() => edit((now) => withoutGroup(now, group.id))}>
                {words.remove}
              </Act>
            </div>
          </div>
        ))}
        <FaultAt path="serviceGroups" />
        <div>
          <Act
            onClick={() =>
              put([...groups, { id: freeId(groups, 'group-'), name: { 'zh-CN': '', en: '' } }])
            }
          >
            {words.newGroup}
          </Act>
        </div>
      </div>
    </Panel>
  );
}
