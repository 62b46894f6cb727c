import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PhoneModel } from './phone-model.ts';

const PhoneContext = createContext<PhoneModel | null>(null);
export const PhoneProvider = PhoneContext.Provider;

export const usePhone = (): PhoneModel => {
  const model = useContext(PhoneContext);
  if (!model) throw new Error('a component outside the page');
  return model;
};
