import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PadModel } from './pad-model.ts';

const PadContext = createContext<PadModel | null>(null);
export const PadProvider = PadContext.Provider;

export const usePad = (): PadModel => {
  const model = useContext(PadContext);
  if (!model) throw new Error('a component outside the pad');
  return model;
};
