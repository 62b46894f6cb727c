/** Hands the model to its components. */
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { LobbyModel } from './lobby-model.ts';

const Context = createContext<LobbyModel | null>(null);

export function LobbyProvider(props: {
  readonly value: LobbyModel;
  readonly children: ComponentChildren;
}): JSX.Element {
  return <Context.Provider value={props.value}>{props.children}</Context.Provider>;
}

export function useLobby(): LobbyModel {
  const lobby = useContext(Context);
  if (!lobby) throw new Error('useLobby needs a LobbyProvider above it');
  return lobby;
}
