/** The JSON Schema of a hall's configuration, for editors; made from the schema that checks it. */
import { HallConfig } from '@tingxu/contract/config';
import * as z from 'zod/mini';

export const SCHEMA_PATH = '/api/v1/configuration.schema.json';

export const configurationSchema = (): object => ({
  ...z.toJSONSchema(HallConfig, { io: 'input', unrepresentable: 'any' }),
  $id: SCHEMA_PATH,
  title: 'Configuration of a Tingxu hall',
});
