/**
 * `npm run audit`: asks for known faults of what runs in a hall. Exits 0 where none is serious, 1 where one is, and
 * 2 where nobody answered, which says nothing of the packages.
 */
import { parseArgs } from 'node:util';
import { ROOT } from '../tree.ts';
import { askOsv, askRegistry, isSerious, type Told } from './advisories.ts';
import { installedPackages } from './packages.ts';
import { purlOf } from './sbom.ts';

const USAGE = `npm run audit                    asks the registry that pnpm is set to
npm run audit -- --registry URL  asks another registry
npm run audit -- --osv URL       asks a database that speaks the API of OSV, by the bill of materials
Exits 0: nothing serious is known. 1: something is. 2: nobody answered, so nothing is known at all.`;

const SERIOUS = 1;
const NOBODY = 2;

const ask = (registry: string | null, osv: string | null): Promise<Told> => {
  if (osv === null) return Promise.resolve(askRegistry(ROOT, registry));
  const asked = installedPackages(ROOT).map((row) => ({ ...row, purl: purlOf(row) }));
  return askOsv(osv.replace(/\/$/, ''), asked);
};

/** Tells it on the console. Returns the exit code. */
function tell({ advisories, why }: Told): number {
  if (advisories === null) {
    console.error(`Nobody has answered (${why}): of the packages nothing is known.\n\n${USAGE}`);
    return NOBODY;
  }
  for (const { id, of, severity, title } of advisories) {
    console.log(`${severity.padEnd(9)} ${of}  ${title} (${id})`);
  }
  const serious = advisories.filter(isSerious).length;
  console.log(`${advisories.length} known faults, ${serious} of them high, critical or unrated.`);
  return serious > 0 ? SERIOUS : 0;
}

const { values } = parseArgs({
  options: { registry: { type: 'string' }, osv: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) console.log(USAGE);
else process.exitCode = tell(await ask(values.registry ?? null, values.osv ?? null));
