/** npm dies on SIGTERM without telling its child: the server watches the process that started it. */

const EVERY_MS = 500;

/** Whether no process has this id any more. */
export const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
};

/** Calls `onGone` once when the process is not there any more. */
export function watchParent(pid: number, onGone: () => void): void {
  const timer = setInterval(() => {
    if (!isGone(pid)) return;
    clearInterval(timer);
    onGone();
  }, EVERY_MS);
  timer.unref();
}
