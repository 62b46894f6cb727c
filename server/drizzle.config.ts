import { defineConfig } from 'drizzle-kit';

/** `pnpm exec drizzle-kit generate` in this folder writes the next migration from the schema. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/journal/schema.ts',
  out: '../migrations',
});
