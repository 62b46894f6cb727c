/** Signs that only these screens need: drawn here, so that a kiosk does not carry them. */
import type { ComponentChildren, JSX } from 'preact';

function Sign({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <svg
      width="1.3em"
      height="1.3em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      style={{ display: 'block' }}
    >
      {children}
    </svg>
  );
}

export function LockSign(): JSX.Element {
  return (
    <Sign>
      <path d="M5.5 10.5h13v9.5h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.2v2.4" />
    </Sign>
  );
}

export function LeaveSign(): JSX.Element {
  return (
    <Sign>
      <path d="M13.5 4.5h-8v15h8M10 12h10.5M16.5 8l4 4-4 4" />
    </Sign>
  );
}

/** Whether what is typed is shown. */
export function EyeSign({ open }: { readonly open: boolean }): JSX.Element {
  return (
    <Sign>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
      <circle cx="12" cy="12" r="2.8" />
      {open && <path d="M4 20 20 4" />}
    </Sign>
  );
}
