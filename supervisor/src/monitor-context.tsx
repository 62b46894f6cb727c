/** Hands the monitor to its components. */
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { MonitorModel } from './monitor-model.ts';

const Context = createContext<MonitorModel | null>(null);

export function MonitorProvider(props: {
  readonly value: MonitorModel;
  readonly children: ComponentChildren;
}): JSX.Element {
  return <Context.Provider value={props.value}>{props.children}</Context.Provider>;
}

export function useMonitor(): MonitorModel {
  const monitor = useContext(Context);
  if (!monitor) throw new Error('useMonitor needs a MonitorProvider above it');
  return monitor;
}
