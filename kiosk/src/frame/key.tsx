/** One of the keys at the edge of every screen. */
import { Button, type ButtonProps } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import styles from './key.module.css';

export function Key(props: Omit<ButtonProps, 'size' | 'class'>): JSX.Element {
  return <Button {...props} size="touch" class={cx(styles['key'])} />;
}
