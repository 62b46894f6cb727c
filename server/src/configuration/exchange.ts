/** A hall's configuration as the text of a file, and back. */
import { HallConfig } from '@tingxu/contract/config';
import type { ReadText } from '../config/read-text.ts';
import { readText, readValue } from '../config/read-text.ts';
import { stringify } from '../config/yaml.ts';

export type FileFormat = 'yaml' | 'json';

const inYaml = (config: HallConfig): string =>
  stringify(config, { lineWidth: 100, aliasDuplicateObjects: false });

export const textOfConfiguration = (config: HallConfig, format: FileFormat): string =>
  format === 'yaml' ? inYaml(config) : `${JSON.stringify(config, null, 2)}\n`;

/** JSON is YAML, so one reader takes both. */
export const readConfigurationText = (text: string): ReadText<HallConfig> =>
  readText(text, HallConfig);

/** A configuration that came as JSON. */
export const readConfigurationValue = (value: unknown): ReadText<HallConfig> =>
  readValue(value, HallConfig);
