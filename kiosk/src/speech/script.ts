/**
 * What is said of every screen and what can be chosen there, from the same view model that draws it.
 * Pure. Source: ACC-05.
 */

import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { Instant, LaneId, ServiceId } from '@tingxu/contract/ids';
import type { IssueReply, TicketReply } from '@tingxu/contract/rest';
import { type NotIssuing, untilWhen } from '@tingxu/ui/lib/not-issuing';
import type { LaterI18n } from '../later-texts.ts';
import { refusalText, wayOnFrom } from '../missed/refusal-text.ts';
import { whatIsNext } from '../missed/what-is-next.ts';
import { numberOf } from '../model/entry.ts';
import type { HelpState } from '../model/help.ts';
import {
  isToBeHad,
  type LaneOffer,
  laneRule,
  type ServiceOffer,
  seriesLetters,
} from '../model/offers.ts';
import { referenceOf, SIGNS } from '../model/reference.ts';
import type { Shown } from '../model/screen.ts';
import { missedSentence } from '../ticket/missed-sentence.ts';

export type Act =
  | { readonly kind: 'service'; readonly service: ServiceId }
  | { readonly kind: 'lane'; readonly lane: LaneId | null }
  | { readonly kind: 'press'; readonly key: string }
  | {
      readonly kind:
        | 'entry'
        | 'reference'
        | 'help'
        | 'take-back'
        | 'back'
        | 'finish'
        | 'try-again'
        | 'erase'
        | 'submit'
        | 'language'
        | 'again';
    };
export type Choice = { readonly say: string; readonly act: Act };
export type Script = { readonly prompt: string; readonly choices: readonly Choice[] };

/** What the view model shows. */
export type Scene = {
  readonly shown: Shown;
  readonly services: readonly ServiceOffer[];
  readonly lanes: readonly LaneOffer[];
  readonly stopped: NotIssuing | null;
  /** Of a closed hall, where it is known. Rules: HOURS-13. */
  readonly opensAt: Instant | null;
  /** Of the day, where it is posted. Rules: HOURS-10. */
  readonly closesAt: Instant | null;
  readonly help: HelpState;
  readonly profile: HallProfile | null;
  readonly now: Instant;
};

type Words = Pick<LaterI18n, 't' | 'format' | 'pick' | 'locale'>;

/** `A001` as `A 0 0 1`: digits one by one. Source: product.md 4.4. */
export const spelled = (number: string): string => [...number].join(' ');

/** One breath for each part; what only breaks a line is not said. */
export const sentences = (parts: readonly (string | null)[], { t }: Pick<LaterI18n, 't'>): string =>
  parts
    .filter((part): part is string => part !== null && part !== '')
    .map((part) => part.replaceAll('\u200B', '').replace(/[。.…]+$/u, ''))
    .map((part) => `${part}${t.speech.stop}`)
    .join(' ');

export const scriptOf = (scene: Scene, words: Words): Script => {
  const { t } = words;
  const { shown } = scene;
  const again: Choice = { say: t.speech.again, act: { kind: 'again' } };
  const back: Choice = { say: t.kiosk.back, act: { kind: 'back' } };
  const help: Choice = { say: t.kiosk.staff, act: { kind: 'help' } };
  const say = (parts: readonly (string | null)[], choices: readonly Choice[]): Script => ({
    prompt: sentences(parts, words),
    choices,
  });
  switch (shown.kind) {
    case 'services':
      return servicesScript(scene, words, help);
    case 'group':
      return say(
        [t.kiosk.chooseService],
        [...serviceChoices(scene, words, shown.group), back, help],
      );
    case 'lanes':
      return say(lanesParts(shown.service, scene, words), [
        ...laneChoices(scene, words),
        ...[back, help],
      ]);
    case 'taking':
      return say([...waitingParts(shown.sending, t.kiosk.taking, words)], [again]);
    case 'checking':
    case 'returning':
      return say([...waitingParts(shown.sending, t.kiosk.takingText, words)], [again]);
    case 'ticket':
      return say(ticketParts(shown.issued, scene, words), [again, finishChoice(words), help]);
    case 'returned':
      return say(returnedParts(shown, words), [again, finishChoice(words), help]);
    case 'untold':
      return say([t.kiosk.untoldTitle, t.kiosk.untoldText], [again, back, help]);
    case 'failed': {
      const retry: Choice = { say: t.kiosk.failedAgain, act: { kind: 'try-again' } };
      return say([t.kiosk.failedTitle, t.problemsPublic[shown.code]], [retry, back, help]);
    }
    case 'entry':
      return entryScript(shown.typed, scene, words, [back, help]);
    case 'reference':
      return referenceScript(shown.typed, words, [back, help]);
    case 'refusal': {
      const { refusal, number, again: kind } = shown;
      const why = refusalText(refusal, words);
      const way = wayOnFrom(refusal);
      if (way === 'staff') return say([number && spelled(number), why], [help, back]);
      const retype: Choice = { say: t.kiosk.retype, act: { kind } };
      const anew: Choice = { say: t.kiosk.takeNumber, act: { kind: 'back' } };
      const first = way === 'anew' ? anew : retype;
      return say([number && spelled(number), why], [first, back, help]);
    }
    case 'help':
      return say(
        [t.kiosk.help[scene.help].title, t.kiosk.help[scene.help].text],
        [back, again, ...takeBack(scene.help, words)],
      );
    case 'closed':
      return say([t.kiosk.closedTitle, closedText(scene, words)], [again, help]);
    case 'connecting':
    case 'offline':
      return say([t.kiosk[`${shown.kind}Title`], t.kiosk[`${shown.kind}Text`]], [again, help]);
    default:
      return shown satisfies never;
  }
};

/** Rules: HOURS-13. */
const closedText = ({ opensAt, now }: Scene, { t, format }: Words): string =>
  opensAt === null
    ? t.kiosk.closedText
    : t.common.issuingUntil['not-yet'](format.opening(opensAt, now));

/** While somebody is asked to come. Rules: HELP-1. */
const takeBack = (help: HelpState, { t }: Words): readonly Choice[] =>
  help === 'called' || help === 'coming'
    ? [{ say: t.kiosk.helpTakeBack, act: { kind: 'take-back' } }]
    : [];

const finishChoice = ({ t }: Words): Choice => ({ say: t.kiosk.finish, act: { kind: 'finish' } });

const waitingParts = (
  sending: 'sent' | 'slow' | 'unsure',
  text: string,
  { t }: Words,
): readonly string[] =>
  sending === 'unsure' ? [t.kiosk.unsureTitle, t.kiosk.unsureText, t.kiosk.askStaff] : [text];

const servicesScript = (scene: Scene, words: Words, help: Choice): Script => {
  const { t, format } = words;
  const { stopped, now, closesAt } = scene;
  const openUntil = closesAt === null ? null : t.kiosk.openUntil(format.time(closesAt));
  const here: Choice = { say: t.kiosk.missed, act: { kind: 'entry' } };
  const language: Choice = { say: t.speech.language, act: { kind: 'language' } };
  if (!stopped) {
    const choices = [...serviceChoices(scene, words), here, help, language];
    return { prompt: sentences([t.kiosk.chooseService, openUntil], words), choices };
  }
  const { state, reason } = stopped;
  const until = untilWhen(format, stopped, now);
  const parts = [
    t.common.issuing[state],
    reason && t.common.issuingReason[reason],
    until && t.kiosk.numbersFrom(until),
    openUntil,
    t.kiosk.seeStaff,
  ];
  return { prompt: sentences(parts, words), choices: [here, help, language] };
};

/** A service that the hall does not offer, or not at this hour, is no choice. */
const serviceChoices = (
  { services }: Scene,
  { t, format, pick }: Words,
  group: string | null = null,
): readonly Choice[] => {
  const within = services.filter((offer) => group === null || offer.group === group);
  return within.filter(isToBeHad).map((offer): Choice => {
    const state =
      offer.availability === 'open'
        ? [t.kiosk.aheadShort(offer.ahead), format.wait(offer.wait)]
        : [t.kiosk.noCounterOpen];
    const say = [pick(offer.name), ...state].join(`${t.speech.comma} `);
    return { say, act: { kind: 'service', service: offer.service } };
  });
};

/** The question, and all that must be brought. Rules: ISSUE-5. */
const lanesParts = (
  service: ServiceId,
  { services, lanes }: Scene,
  { t, pick }: Words,
): readonly (string | null)[] => {
  const { documents = [] } = services.find((offer) => offer.service === service) ?? {};
  return [
    documents.length > 0 ? t.common.bring(documents.map(pick).reduce(t.common.listed)) : null,
    lanes.length > 1 ? t.kiosk.chooseLane : t.kiosk.takeNumber,
  ];
};

const laneChoices = ({ lanes }: Scene, { t, pick }: Words): readonly Choice[] => {
  if (lanes.length === 0) return [{ say: t.kiosk.takeNumber, act: { kind: 'lane', lane: null } }];
  return lanes
    .filter(({ issuing }) => issuing === null)
    .map((offer): Choice => {
      const hint = offer.hint ? [pick(offer.hint)] : [];
      const say = [pick(offer.name), ...hint];
      return { say: say.join(`${t.speech.comma} `), act: { kind: 'lane', lane: offer.lane } };
    });
};

/** All that the slip tells: number, service, lane, people ahead, wait, worst position, missed rule. */
const rangeOf = (wait: IssueReply['wait']) =>
  wait && { lowMs: wait.lowSeconds * 1_000, highMs: wait.highSeconds * 1_000 };

const ticketParts = (
  { ticket, ahead, wait, worstPosition }: IssueReply,
  { profile }: Scene,
  { t, format, pick, locale }: Words,
): readonly (string | null)[] => {
  const service = profile?.services.find(({ id }) => id === ticket.service);
  const lane = profile?.lanes.find(({ id }) => id === ticket.lane);
  const rule = laneRule(profile, ticket.lane);
  return [
    t.speech.number(spelled(ticket.number)),
    service ? pick(service.name) : null,
    lane ? t.speech.lane(pick(lane.name)) : null,
    t.kiosk.aheadShort(ahead),
    format.wait(rangeOf(wait)),
    worstPosition === null ? null : t.kiosk.worst(worstPosition),
    service?.documents ? t.common.bring(service.documents.map(pick).reduce(t.common.listed)) : null,
    rule && missedSentence(t.kiosk, locale.value, rule, false),
  ];
};

const returnedParts = (
  { ticket, back }: TicketReply,
  { t, format }: Words,
): readonly (string | null)[] => [
  t.kiosk.returnedTitle,
  t.speech.number(spelled(ticket.number)),
  back ? t.kiosk.aheadShort(back.ahead) : null,
  back ? format.wait(rangeOf(back.wait)) : null,
  whatIsNext(t.kiosk, back),
];

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const entryScript = (
  typed: string,
  { profile }: Scene,
  words: Words,
  more: readonly Choice[],
): Script => {
  const { t } = words;
  const keys = typed === '' ? (profile ? seriesLetters(profile) : []) : DIGITS;
  const presses = keys.map((key): Choice => ({ say: key, act: { kind: 'press', key } }));
  if (typed === '') {
    const booking: Choice = { say: t.kiosk.haveBooking, act: { kind: 'reference' } };
    return {
      prompt: sentences([t.kiosk.entryTitle, t.kiosk.entryLetter], words),
      choices: [...presses, ...(profile?.appointments ? [booking] : []), ...more],
    };
  }
  const submit: Choice = { say: t.kiosk.submit, act: { kind: 'submit' } };
  const erase: Choice = { say: t.kiosk.erase, act: { kind: 'erase' } };
  const ready = numberOf(typed) !== null;
  return {
    prompt: sentences([t.speech.typed(spelled(typed)), t.kiosk.entryDigits], words),
    choices: [...(ready ? [submit] : []), ...presses, erase, ...more],
  };
};

/** A scanner is quicker, so that comes first; each sign is said as it is reached. */
const referenceScript = (typed: string, words: Words, more: readonly Choice[]): Script => {
  const { t } = words;
  const submit: Choice = { say: t.kiosk.submit, act: { kind: 'submit' } };
  const erase: Choice = { say: t.kiosk.erase, act: { kind: 'erase' } };
  const presses = SIGNS.map((key): Choice => ({ say: key, act: { kind: 'press', key } }));
  const parts =
    typed === ''
      ? [t.kiosk.referenceTitle, t.kiosk.referenceHint]
      : [t.speech.typed(spelled(typed))];
  const choices = referenceOf(typed) ? [submit, erase] : [...presses, erase];
  return { prompt: sentences(parts, words), choices: [...choices, ...more] };
};
