/** `/voice/<language>/<clip>.wav`: what boards say. Public, as what is heard in a hall is. */
import { readFileSync } from 'node:fs';
import { PublicLocale } from '@tingxu/contract/locale';
import type { ClipFiles } from '../voice/clips.ts';
import type { Api } from './hosting.ts';
import { RequestProblem } from './problem.ts';

export function addClips(pages: Api, { pack, fileOf }: ClipFiles): void {
  pages.get('/voice/pack.json', (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(pack),
  );
  pages.get('/voice/:language/:clip', (request, reply) => {
    const { language, clip } = request.params as { language: string; clip: string };
    const known = PublicLocale.safeParse(language);
    const file =
      known.success && clip.endsWith('.wav') ? fileOf(known.data, clip.slice(0, -4)) : null;
    if (file === null) throw new RequestProblem('route-unknown');
    // A bank may change a recording; a board reads each of them once a day at most.
    return reply
      .header('cache-control', 'public, max-age=3600')
      .type('audio/wav')
      .send(readFileSync(file));
  });
}
