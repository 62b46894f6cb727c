import { posix } from 'node:path';

const SOURCE = /\.(tsx?|mjs)$/;

/** The folder of a project file, as a prefix of its sources' paths. */
function prefixOf(folder: string): string {
  return folder === '.' ? 'scripts/' : `${folder}/`;
}

/** Whether there is anything for this project to check. */
export function hasSources(project: string, files: readonly string[]): boolean {
  const prefix = prefixOf(posix.dirname(project));
  return files.some((path) => path.startsWith(prefix) && SOURCE.test(path));
}

/** The project's own sources among the lines of `tsc --listFiles`. */
export function filesOfProject(lines: readonly string[], root: string, folder: string): string[] {
  const prefix = `${root.replaceAll('\\', '/')}/${prefixOf(folder)}`;
  return lines.filter(
    (line) => line.startsWith(prefix) && SOURCE.test(line) && !line.includes('/node_modules/'),
  );
}
