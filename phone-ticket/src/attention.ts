/**
 * Makes a call felt: vibration where the phone has it, a notification where the holder allowed them.
 * Both are missing on many phones and on plain-HTTP addresses, so the page never relies on them.
 */

/** Two long pulses, a pause, and again. Units: ms. */
const PULSES = [600, 200, 600, 800, 600, 200, 600];

export const canNotify = (): boolean => 'Notification' in window && window.isSecureContext;

export const mayNotify = (): boolean => canNotify() && Notification.permission === 'granted';

/** Asks the holder once; true when notifications will come. */
export const askToNotify = async (): Promise<boolean> => {
  if (!canNotify()) return false;
  return (await Notification.requestPermission()) === 'granted';
};

export const drawAttention = (title: string, text: string): void => {
  // Only after a touch of the page do browsers let it vibrate; they say no by an answer.
  navigator.vibrate?.(PULSES);
  if (!mayNotify()) return;
  try {
    new Notification(title, { body: text, tag: 'tingxu-call', requireInteraction: true });
  } catch {
    // Some phones show notifications of service workers only.
  }
};
