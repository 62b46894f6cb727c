/**
 * The feed of a hall speaks WebSocket alone (shared/feed-client/src/link.ts), so the other transports of the
 * client, which it would bring along, stay out of every screen.
 */
import type { Plugin } from 'vite';

const NAME = '\0only-websocket';
/** Named by the client's index, wanted by nobody; they try out an XMLHttpRequest when they are read. */
const OTHERS = /engine\.io-client\/.*\/transports\/polling-[\w.-]+\.js$/;

export const onlyWebsocket = (): Plugin => ({
  name: 'tingxu-only-websocket',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source !== './transports/index.js' || !importer?.includes('engine.io-client')) return null;
    const websocket = await this.resolve('./transports/websocket.js', importer);
    return websocket && `${NAME}?${websocket.id}`;
  },
  transform: {
    filter: { id: OTHERS },
    handler: () => ({ moduleSideEffects: false }),
  },
  load(id) {
    if (!id.startsWith(NAME)) return null;
    const websocket = JSON.stringify(id.slice(NAME.length + 1));
    return `import { WS } from ${websocket};\nexport const transports = { websocket: WS };\n`;
  },
});
