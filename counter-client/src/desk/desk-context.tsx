/** Hands the desk to its components. */
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskModel } from './desk-model.ts';

const Context = createContext<DeskModel | null>(null);

export function DeskProvider(props: {
  readonly value: DeskModel;
  readonly children: ComponentChildren;
}): JSX.Element {
  return <Context.Provider value={props.value}>{props.children}</Context.Provider>;
}

export function useDesk(): DeskModel {
  const desk = useContext(Context);
  if (!desk) throw new Error('useDesk needs a DeskProvider above it');
  return desk;
}
