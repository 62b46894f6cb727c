/** The keeper of a page, and what it shows over the page. Loaded after the first picture. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { DeviceScreen } from './device-screen.tsx';
import type { DevicePage } from './keep-device.ts';
import { createKeeper } from './keeper.ts';

export const startDevice = (page: DevicePage): void => {
  const keeper = createKeeper(page);
  const over = document.createElement('div');
  document.body.append(over);
  const root = document.getElementById('app');
  effect(() => {
    const covered = keeper.shown.value.kind !== 'nothing';
    // Measured as ever, but neither seen, touched nor read out.
    root?.toggleAttribute('inert', covered);
    if (root) root.style.visibility = covered ? 'hidden' : '';
  });
  render(<DeviceScreen page={page} keeper={keeper} />, over);
};
