/** Nobody knows yet who sits here; a server that starts anew is waited for. */
import { EmptyState } from '@tingxu/ui/empty-state';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { useSessionWords } from './words.ts';

export function Waiting(): JSX.Element {
  const { session, words } = useSessionWords();
  if (session.unanswered.value) return <EmptyState icon="offline" title={words.askingLong} />;
  return <Spinner label={words.asking} />;
}
