import { changeConfig, openDay } from '@tingxu/hall/testing/commands';
import { hallConfig, withPolicy } from '@tingxu/hall/testing/config';
import { emptyScene, openScene } from '@tingxu/hall/testing/scene';
import { expect, it } from 'vitest';
import { otherFileSentence } from './other-file.ts';

const FIFO = withPolicy({ kind: 'fifo' });

it('CONF-1 a file that differs from the journal is told in one sentence', () => {
  const sentence = otherFileSentence(openScene().hall(), FIFO);
  expect(sentence).toContain('hall demo');
  expect(sentence).toContain('the file is not used');
  expect(sentence).toContain('npm run config:import -- --hall demo');
});

it('CONF-1 nothing is told of a file that is in force, is planned, or is all there is', () => {
  expect(otherFileSentence(emptyScene().hall(), FIFO)).toBeNull();
  expect(otherFileSentence(openScene().hall(), hallConfig())).toBeNull();
  const planned = openScene().given(changeConfig(FIFO, 'next-day'));
  expect(otherFileSentence(planned.hall(), FIFO)).toBeNull();
  const opened = emptyScene().given(openDay(FIFO));
  expect(otherFileSentence(opened.hall(), FIFO)).toBeNull();
});
