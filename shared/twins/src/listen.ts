/** The address at which a twin stands: of this machine alone unless another of its addresses is named. */
import type { Server } from 'node:net';

export type Stand = {
  /** 0 takes a free one. */
  readonly port?: number;
  readonly host?: string;
};

/** The port. Rejects: an address that this machine has not, or that is taken. */
export const listen = (server: Server, { port = 0, host = '127.0.0.1' }: Stand): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
