/** Looks now and then whether the server offers another build, and loads it when the hall is quiet. */
import type { BoardModel } from './model/board-model.ts';
import { buildOf, isNewer, isQuiet } from './model/new-build.ts';

/** Units: ms. */
const LOOK_MS = 60_000;
/** Of the tab: the build that was loaded last. */
const KEY = 'tingxu.board-build';

/** Null where the server does not answer: the board that runs is better than none. */
const offeredBuild = async (): Promise<string | null> => {
  try {
    const answer = await fetch(location.href, { cache: 'no-cache' });
    return answer.ok ? buildOf(await answer.text()) : null;
  } catch {
    return null;
  }
};

export const loadNewBuilds = (model: BoardModel, quietMs: number): void => {
  const running = document.querySelector('script[type="module"]')?.getAttribute('src') ?? null;
  const look = async (): Promise<void> => {
    const quiet = (): boolean => isQuiet(model.view.value?.calls ?? [], model.now.value, quietMs);
    if (!quiet()) return;
    const offered = await offeredBuild();
    const tried = sessionStorage.getItem(KEY);
    // Somebody may have been called while the server was asked.
    if (offered === null || !isNewer({ running, offered, tried }) || !quiet()) return;
    sessionStorage.setItem(KEY, offered);
    location.reload();
  };
  setInterval(() => void look().catch(() => undefined), Math.min(LOOK_MS, quietMs));
};
