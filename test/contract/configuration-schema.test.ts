import { configurationSchema } from '@tingxu/server/configuration/json-schema';
import { expect, it } from 'vitest';

/** `vitest run test/contract -u` writes the file anew. */
it('docs hold the JSON Schema of a configuration as the contract has it', async () => {
  const text = `${JSON.stringify(configurationSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../docs/configuration.schema.json');
});
