import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createGuideModel, type Memory } from './guide-model.ts';

const device = (held: Record<string, string> = {}): Memory & { held: Record<string, string> } => ({
  held,
  getItem: (key) => held[key] ?? null,
  setItem: (key, value) => {
    held[key] = value;
  },
});
const guideOf = (memory: Memory, who: string | null = 't01') => {
  const person = signal(who);
  return { person, guide: createGuideModel({ role: 'teller', steps: 3, person, memory }) };
};

describe('a guide', () => {
  it('comes by itself to whoever is new on this device, and ends with its last step', () => {
    const memory = device();
    const { guide } = guideOf(memory);
    expect(guide.at.value).toBe(0);
    guide.move(-1);
    guide.move(1);
    guide.move(1);
    expect(guide.at.value).toBe(2);
    guide.move(1);
    expect(guide.at.value).toBeNull();
    expect(guideOf(memory).guide.at.value).toBeNull();
  });

  it('is for each person apart, and for nobody while nobody is signed in', () => {
    const memory = device({ 'tingxu.guide.teller': 't01' });
    const { guide, person } = guideOf(memory, null);
    expect(guide.at.value).toBeNull();
    person.value = 't01';
    expect(guide.at.value).toBeNull();
    person.value = 't02';
    expect(guide.at.value).toBe(0);
    guide.finish();
    expect(memory.held['tingxu.guide.teller']).toBe('t01 t02');
  });

  it('gives way to work until it is asked for or the page comes up anew', () => {
    const memory = device();
    const { guide, person } = guideOf(memory);
    guide.move(1);
    guide.putAway();
    expect(guide.at.value).toBeNull();
    guide.start();
    expect(guide.at.value).toBe(0);
    guide.putAway();
    expect(guide.at.value).toBeNull();
    person.value = 't02';
    expect(guide.at.value).toBe(1);
    expect(guideOf(memory).guide.at.value).toBe(0);
  });

  it('is not put away before it has come', () => {
    const { guide, person } = guideOf(device(), null);
    guide.putAway();
    person.value = 't01';
    expect(guide.at.value).toBe(0);
  });

  it('can be asked for again', () => {
    const { guide } = guideOf(device({ 'tingxu.guide.teller': 't01' }));
    guide.start();
    expect(guide.at.value).toBe(0);
    guide.move(1);
    guide.finish();
    expect(guide.at.value).toBeNull();
  });

  it('comes to nobody on a device that has none, and does without a memory', () => {
    expect(guideOf(device({ 'tingxu.guide.teller': '*' })).guide.at.value).toBeNull();
    const refusing: Memory = {
      getItem: () => {
        throw new Error('refused');
      },
      setItem: () => {
        throw new Error('refused');
      },
    };
    const { guide } = guideOf(refusing);
    guide.finish();
    expect(guide.at.value).toBeNull();
  });
});
