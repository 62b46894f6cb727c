/** Hands the model to its components. */
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { AdminModel } from './admin-model.ts';
import type { Draft } from './draft/draft-config.ts';
import type { DraftModel } from './draft/draft-model.ts';

const Context = createContext<AdminModel | null>(null);

export function AdminProvider(props: {
  readonly value: AdminModel;
  readonly children: ComponentChildren;
}): JSX.Element {
  return <Context.Provider value={props.value}>{props.children}</Context.Provider>;
}

export function useAdmin(): AdminModel {
  const admin = useContext(Context);
  if (!admin) throw new Error('useAdmin needs a AdminProvider above it');
  return admin;
}

/** The draft, on a page that is shown only once there is one. */
export function useDraft(): { readonly draft: Draft } & Pick<DraftModel, 'edit'> {
  const { draft } = useAdmin();
  const shown = draft.draft.value;
  if (!shown) throw new Error('useDraft needs a configuration that was read');
  return { draft: shown, edit: draft.edit };
}
