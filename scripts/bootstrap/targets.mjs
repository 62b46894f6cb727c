/**
 * What `node scripts/run.mjs <name>` (and `npm run <name>`) does once Node and the packages are
 * there. `file` runs with that Node. `build`: the screens and
 * the server are built first. `browser`: the browser is brought first; the tests bring it when they get
 * there. `stays`: it runs until it is stopped, and is told its parent in TINGXU_PARENT_PID.
 * `moves`: where it serves a demo hall, that works by itself, unless the argument `--still` says no.
 * @typedef {{ file: string, build?: boolean, browser?: boolean, stays?: boolean, moves?: boolean, args?: readonly string[] }} Target
 * @type {Readonly<Record<string, Target>>}
 */
export const TARGETS = {
  start: { file: 'server/dist/main.js', build: true, stays: true, moves: true },
  dev: { file: 'scripts/dev.ts' },
  build: { file: 'scripts/build.ts' },
  test: { file: 'scripts/test-run.ts' },
  lint: { file: 'scripts/lint.ts' },
  format: { file: 'scripts/lint.ts', args: ['--write'] },
  check: { file: 'scripts/checks.ts' },
  typecheck: { file: 'scripts/typecheck.ts' },
  unused: { file: 'node_modules/knip/bin/knip.js', args: ['--no-config-hints'] },
  licences: { file: 'scripts/supply/licences.ts' },
  sbom: { file: 'scripts/supply/sbom.ts' },
  audit: { file: 'scripts/supply/audit.ts' },
  replay: { file: 'simulator/src/replay.ts' },
  mutation: { file: 'scripts/mutation.ts' },
  simulate: { file: 'simulator/src/simulate.ts' },
  policies: { file: 'simulator/src/policies.ts' },
  bench: { file: 'bench/src/main.ts', build: true },
  'journal:check': { file: 'server/src/admin/journal-check.ts' },
  'directory:import': { file: 'server/src/admin/directory-import.ts' },
  twins: { file: 'server/src/admin/twins.ts', stays: true },
  'card:key': { file: 'server/src/admin/card-key.ts' },
  'config:export': { file: 'server/src/admin/configuration.ts', args: ['export'] },
  'config:check': { file: 'server/src/admin/configuration.ts', args: ['check'] },
  'config:import': { file: 'server/src/admin/configuration.ts', args: ['import'] },
  'kill-test': { file: 'test/faults/kill-test.ts', build: true },
  'measure:explanation': { file: 'test/journals/measure-explanation.ts' },
  'measure:identity': { file: 'test/identity/measure-identity.ts', build: true },
  'measure:board': { file: 'test/board/measure-board.ts', build: true, browser: true },
  'measure:voice': { file: 'test/voice/measure-voice.ts', build: true, browser: true },
  'measure:devices': { file: 'test/devices/measure-devices.ts', build: true, browser: true },
  gallery: { file: 'test/gallery/gallery.ts', build: true, browser: true },
  'gallery:devices': { file: 'test/gallery/device-pictures.ts', browser: true },
  'words:hk': { file: 'shared/i18n/build/make-words.ts' },
  'voice:build': { file: 'shared/voice/build/build-pack.ts' },
  'voice:check': { file: 'shared/voice/build/check-pack.ts' },
  'journal:explain': { file: 'server/src/admin/journal-explain.ts' },
};
