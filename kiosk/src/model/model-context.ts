import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { KioskModel } from './kiosk-model.ts';

const Context = createContext<KioskModel | null>(null);
export const ModelProvider = Context.Provider;

export const useModel = (): KioskModel => {
  const model = useContext(Context);
  if (!model) throw new Error('useModel needs a ModelProvider above it');
  return model;
};
