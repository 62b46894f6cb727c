/** Where the server keeps a bank's logo for this page; undefined where it has none. */
export const pageLogo = (): string | undefined =>
  globalThis.document?.documentElement.dataset['logo'];
