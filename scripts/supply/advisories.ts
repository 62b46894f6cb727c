/**
 * Known faults of packages, as a registry tells them (`pnpm audit`) or a database that speaks the API of OSV.
 * Source: SEC-13.
 */
import { runPnpm } from './packages.ts';

export type Advisory = {
  readonly id: string;
  /** `name@version`, or the name alone where the teller says no more. */
  readonly of: string;
  readonly severity: Severity;
  readonly title: string;
};
export type Severity = 'low' | 'moderate' | 'high' | 'critical' | 'unrated';

/** Null where nobody answered: then nothing is known, which is not the same as nothing found. */
export type Told = {
  readonly advisories: readonly Advisory[] | null;
  readonly why: string;
};

const SEVERITIES: readonly Severity[] = ['low', 'moderate', 'high', 'critical'];
const severityOf = (said: unknown): Severity =>
  SEVERITIES.find((known) => known === String(said).toLowerCase()) ?? 'unrated';

/** What nobody has rated is taken for serious until somebody has looked. */
export const isSerious = ({ severity }: Advisory): boolean =>
  severity === 'high' || severity === 'critical' || severity === 'unrated';

const nothing = (why: string): Told => ({ advisories: null, why });

type Audit = {
  readonly metadata?: unknown;
  readonly error?: { readonly code?: unknown; readonly message?: unknown };
  readonly advisories?: Readonly<
    Record<string, { module_name?: string; severity?: string; title?: string }>
  >;
};

/** Of what runs in a hall; `registry` other than the one that pnpm is set to. */
export function askRegistry(root: string, registry: string | null): Told {
  const other = registry === null ? [] : ['--registry', registry];
  const { out } = runPnpm(root, ['audit', '--prod', '--json', ...other]);
  let said: Audit;
  try {
    said = JSON.parse(out) as Audit;
  } catch {
    return nothing('pnpm said nothing that can be read');
  }
  if (said.metadata === undefined || said.advisories === undefined) {
    return nothing(String(said.error?.code ?? 'no audit in the answer'));
  }
  const advisories = Object.entries(said.advisories).map(([id, row]) => ({
    ...{ id, of: row.module_name ?? '?', title: row.title ?? '' },
    severity: severityOf(row.severity),
  }));
  return { advisories, why: '' };
}

export type Asked = { readonly name: string; readonly version: string; readonly purl: string };

type Found = { readonly id: string; readonly of: string };
type Batch = { readonly results?: readonly ({ vulns?: readonly { id: string }[] } | null)[] };

/** Packages to a question; what OSV takes at once. */
const AT_ONCE = 500;
const PATIENCE_MS = 30_000;

const json = async (url: string, body?: object): Promise<unknown> => {
  const answer = await fetch(url, {
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
    ...(body && {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json' },
    }),
  });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return answer.json();
};

async function foundOf(url: string, packages: readonly Asked[]): Promise<Found[]> {
  const queries = packages.map(({ purl }) => ({ package: { purl } }));
  const { results } = (await json(`${url}/v1/querybatch`, { queries })) as Batch;
  if (results?.length !== packages.length) throw new Error('answered something else');
  return packages.flatMap(({ name, version }, nth) =>
    (results[nth]?.vulns ?? []).map(({ id }) => ({ id, of: `${name}@${version}` })),
  );
}

type Entry = { readonly summary?: string; readonly database_specific?: { severity?: string } };

/** `url`: of a database that speaks the API of OSV, without the version of it. */
export async function askOsv(url: string, packages: readonly Asked[]): Promise<Told> {
  try {
    const found: Found[] = [];
    for (let from = 0; from < packages.length; from += AT_ONCE) {
      found.push(...(await foundOf(url, packages.slice(from, from + AT_ONCE))));
    }
    const advisories: Advisory[] = [];
    for (const { id, of } of found) {
      const entry = (await json(`${url}/v1/vulns/${encodeURIComponent(id)}`)) as Entry;
      const severity = severityOf(entry.database_specific?.severity);
      advisories.push({ id, of, severity, title: entry.summary ?? '' });
    }
    return { advisories, why: '' };
  } catch (error) {
    return nothing(error instanceof Error ? error.message : String(error));
  }
}
