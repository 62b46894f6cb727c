/**
 * What a board really lets be heard, written down inside the page: which clips were put on the clock of the
 * sound, and, in the audio thread itself, from when to when there were samples that are not silence. What the
 * page reports to the server plays no part in it. Also plants faults, for controls.
 */
import type { BrowserContext, Page } from 'playwright-core';

/** Faults of a board: it asks nobody before it speaks; it says that it spoke and is mute. */
export type BoardFault = 'asks-nobody' | 'mute';

/** One saying, when its clips are put on the clock. Units: epoch ms, by their lengths. */
type Put = {
  readonly kind: 'put';
  readonly load: string;
  readonly play: number;
  readonly saying: number;
  readonly clips: readonly string[];
  readonly at: number;
  readonly until: number;
};
/** First and last sample above silence so far. Units: epoch ms, by the audio thread. */
type Loud = {
  readonly kind: 'loud';
  readonly load: string;
  readonly play: number;
  readonly from: number;
  readonly to: number;
};
type Unheard = { readonly kind: 'unheard'; readonly load: string; readonly why: string };
export type PageWord = Put | Loud | Unheard;

/** Above silence: −50 dBFS. Told again each 100 ms, so that little is lost with a page that is closed. */
const WORKLET = `
registerProcessor('probe', class extends AudioWorkletProcessor {
  constructor() {
    super();
    this.bornAt = Date.now();
    this.from = 0;
    this.to = 0;
    this.told = 0;
  }
  tell(now) {
    this.told = now;
    this.port.postMessage({ from: this.from, to: this.to });
  }
  process([input], [output]) {
    const now = Date.now();
    let peak = 0;
    input.forEach((channel, i) => {
      output[i]?.set(channel);
      for (const sample of channel) peak = Math.max(peak, Math.abs(sample));
    });
    if (peak > 0.003) {
      this.from ||= now;
      this.to = now;
      if (now - this.told >= 100) this.tell(now);
    } else if (this.to > this.told && now - this.to > 15) this.tell(now);
    return input.length > 0 || now - this.bornAt < 3000;
  }
});`;

type Plan = { readonly worklet: string; readonly fault: BoardFault | null };

/** Runs in the page, before anything of it. */
const probe = ({ worklet, fault }: Plan): void => {
  const load = Math.random().toString(36).slice(2);
  const tell = (word: object): void => {
    Reflect.get(globalThis, 'boardSounded')({ load, ...word });
  };
  const module = URL.createObjectURL(new Blob([worklet], { type: 'text/javascript' }));
  const ready = new WeakSet<BaseAudioContext>();
  const clips = new WeakMap<object, string>();
  let asked = 0;
  let plays = 0;
  let put: { clips: string[]; at: number; until: number } | null = null;

  const { fetch: send } = globalThis;
  const named = (answer: Response, clip: string): Response => {
    const read = answer.arrayBuffer.bind(answer);
    answer.arrayBuffer = async () => {
      const bytes = await read();
      clips.set(bytes, clip);
      return bytes;
    };
    return answer;
  };
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const saying = /\/sayings\/(\d+)\/start$/.exec(url)?.[1];
    const clip = /\/voice\/(.+)\.wav$/.exec(url)?.[1];
    const alone = saying !== undefined && fault === 'asks-nobody';
    const answer = alone ? Response.json({ granted: true }) : await send(input, init);
    if (saying !== undefined) asked = Number(saying);
    return clip === undefined ? answer : named(answer, clip);
  };

  const { decodeAudioData } = BaseAudioContext.prototype;
  BaseAudioContext.prototype.decodeAudioData = async function decode(bytes) {
    const clip = clips.get(bytes);
    const buffer = await decodeAudioData.call(this, bytes);
    if (clip !== undefined) clips.set(buffer, clip);
    return buffer;
  };

  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function begin(when = 0, ...more) {
    const { buffer, context } = this;
    const at = Date.now() + (when - context.currentTime) * 1_000;
    const clip = (buffer && clips.get(buffer)) ?? 'unknown';
    const until = at + (buffer?.duration ?? 0) * 1_000;
    if (put) Object.assign(put, { until }).clips.push(clip);
    else {
      const fresh = { clips: [clip], at, until };
      const [play, saying] = [plays, asked];
      put = fresh;
      queueMicrotask(() => {
        put = null;
        tell({ kind: 'put', play, saying, ...fresh });
      });
    }
    start.call(this, when, ...more);
  };

  const { connect } = AudioNode.prototype;
  const join = (from: AudioNode, to: AudioNode): void => {
    Reflect.apply(connect, from, [to]);
  };
  const listenTo = (from: AudioNode, to: AudioDestinationNode): void => {
    plays += 1;
    const play = plays;
    if (!ready.has(from.context)) {
      tell({ kind: 'unheard', why: 'the probe is not there yet' });
      join(from, to);
      return;
    }
    const ear = new AudioWorkletNode(from.context, 'probe');
    ear.port.onmessage = ({ data }) => tell({ kind: 'loud', play, ...data });
    const loudness = from.context.createGain();
    loudness.gain.value = fault === 'mute' ? 0 : 1;
    join(from, loudness);
    join(loudness, ear);
    join(ear, to);
  };
  Reflect.set(
    AudioNode.prototype,
    'connect',
    function through(this: AudioNode, to: AudioNode, ...more: unknown[]): AudioNode {
      const isOurs = this instanceof AudioWorkletNode;
      if (to instanceof AudioDestinationNode && !isOurs) listenTo(this, to);
      else Reflect.apply(connect, this, [to, ...more]);
      return to;
    },
  );
  globalThis.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      this.audioWorklet.addModule(module).then(
        () => ready.add(this),
        (error: unknown) => tell({ kind: 'unheard', why: String(error) }),
      );
    }
  };
};

/** In every page of the context from now on. The context must bypass the policy of the pages' content. */
export const probeSound = async (
  context: BrowserContext,
  heard: (page: Page, word: PageWord) => void,
  fault: BoardFault | null = null,
): Promise<void> => {
  await context.exposeBinding('boardSounded', ({ page }, word: PageWord) => heard(page, word));
  await context.addInitScript(probe, { worklet: WORKLET, fault });
};
