// expect: lint/style/noRestrictedImports
import { publish } from '../feed/publish.ts';

export const found = publish;
