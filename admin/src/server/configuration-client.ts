/** The configuration routes of one hall, as one person. */

import type { HallConfig } from '@tingxu/contract/config';
import {
  ConfigurationHistory,
  ConfigurationPreview,
  ConfigurationReply,
  ConfigurationVersionReply,
} from '@tingxu/contract/configuration-rest';
import type { CommandId, HallId } from '@tingxu/contract/ids';
import { Problem } from '@tingxu/contract/problem';
import type { Role } from '@tingxu/contract/roles';
import { type CommandOutcome, newCommandId, sendCommand } from '@tingxu/feed-client/send-command';
import { tellSession } from '@tingxu/feed-client/session-refused';

/** `problem` is null when no answer came, or none that this page can read. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem | null };

export type FileFormat = 'yaml' | 'json';
/** A configuration, or the text of a file. */
export type Wanted = { readonly config: HallConfig } | { readonly text: string };
/** `now`, `next-day`, or an instant as RFC 3339 with offset. */
export type When = string;

export type Changed = CommandOutcome<ConfigurationReply>;

export type ConfigurationClient = {
  read(): Promise<Answer<ConfigurationReply>>;
  history(): Promise<Answer<ConfigurationHistory>>;
  version(version: number): Promise<Answer<ConfigurationVersionReply>>;
  preview(wanted: Wanted, when: When): Promise<Answer<ConfigurationPreview>>;
  file(format: FileFormat): Promise<Answer<string>>;
  change(config: HallConfig, when: When, basedOn: number, key?: CommandId): Promise<Changed>;
  withdraw(basedOn: number): Promise<Changed>;
};

export type ClientOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly role: Role;
};

type Schema<T> = {
  safeParse(body: unknown): { success: true; data: T } | { success: false };
};

const NO_ANSWER = { ok: false, problem: null } as const;

/** Without a schema the text itself is the answer. */
const answerOf = async <T>(
  response: Response,
  read: (text: string) => T | null,
): Promise<Answer<T>> => {
  const text = await response.text();
  if (!response.ok) {
    const problem = Problem.safeParse(JSON.parse(text)).data ?? null;
    tellSession(problem?.code);
    return { ok: false, problem };
  }
  const value = read(text);
  return value === null ? NO_ANSWER : { ok: true, value };
};

const jsonOf =
  <T>(schema: Schema<T>) =>
  (text: string): T | null => {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  };

export const createConfigurationClient = (options: ClientOptions): ConfigurationClient => {
  const { url, hall, role } = options;
  const root = `/api/v1/halls/${hall}/configuration`;
  const headers = { 'Tingxu-Role': role };
  const ask = async <T>(path: string, read: (text: string) => T | null, body?: unknown) => {
    const post = {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        'Idempotency-Key': newCommandId(),
      },
      body: JSON.stringify(body),
    };
    try {
      const init = body === undefined ? { headers } : post;
      return await answerOf(await fetch(new URL(`${root}${path}`, url), init), read);
    } catch {
      return NO_ANSWER;
    }
  };
  const send = (path: string, body: unknown, key?: CommandId): Promise<Changed> =>
    sendCommand({
      ...{ url, role, key },
      ...{ path: `${root}${path}`, body, replySchema: ConfigurationReply },
    });
  return {
    read: () => ask('', jsonOf(ConfigurationReply)),
    history: () => ask('/history', jsonOf(ConfigurationHistory)),
    version: (version) => ask(`/versions/${version}`, jsonOf(ConfigurationVersionReply)),
    preview: (wanted, when) => ask('/preview', jsonOf(ConfigurationPreview), { ...wanted, when }),
    file: (format) => ask(`/export?format=${format}`, (text) => text),
    change: (config, when, basedOn, key) => send('', { config, when, basedOn }, key),
    withdraw: (basedOn) => send('/withdraw', { basedOn }),
  };
};
