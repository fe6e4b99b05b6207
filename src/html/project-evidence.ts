import * as cues from './project-cues.ts';
import type { KnownKind, Lexicon, Word } from './project-lexicon.ts';
import type { ProjectOccurrence } from './project-occurrence.ts';
import { measureAlignment, segment } from './project-segmentation.ts';

/** What speaks for and against one occurrence: each number from 0 (silent) to 1, `aligned` from -1. */
export interface ProjectEvidence {
  /** Agreement of the span with the words around it: -1 it is cut out of them, 1 it is a word of its own. */
  readonly aligned: number;
  /** A single character without grammar of its own is left over beside the span, as when a longer name was cut. */
  readonly orphan: number;
  /** On our list of companies, media and products. */
  readonly knownName: number;
  /** ... though a common word besides: how common. */
  readonly knownWord: number;
  /** On our list of names that are words first. */
  readonly everydayName: number;
  /** A word of the dictionary, and on no list of ours as a name. */
  readonly word: number;
  /** ... how common. */
  readonly frequency: number;
  /** ... that the dictionary takes for a proper noun or a person's name, less so when it is common. */
  readonly properNoun: number;
  readonly person: number;
  /** In no dictionary and on no list. */
  readonly newWord: number;
  /** ... made of nothing but everyday words, and the share of them in it. */
  readonly ordinaryParts: number;
  readonly ordinary: number;
  /** ... the share of single characters that make no sense in a row, as in transcriptions and coinages. */
  readonly coined: number;
  /** ... that ends as companies do. */
  readonly companyEnding: number;
  /** ... that begins or ends with a particle. */
  readonly particleEdge: number;
  /** The text before announces a name; the text after says what companies have, or what they do. */
  readonly announced: number;
  readonly owns: number;
  readonly acts: number;
  /** Stands in an enumeration; next to a well-known name. */
  readonly listed: number;
  readonly listedWithKnown: number;
  /** Stands alone in quotation marks. */
  readonly quoted: number;
  /** Follows a count and its measure, as common nouns do. */
  readonly measured: number;
  /** Is followed by a character that makes another word of it. */
  readonly suffixed: number;
}

/** What decides by itself, whatever the rest says. */
export interface ProjectFacts {
  /** How the name is known, if it is. */
  readonly kind: KnownKind | undefined;
  /** Letters or digits go on where the link ends. */
  readonly insideLatin: boolean;
  /** The text goes on to another well-known name of the same house: `现代`汽车. */
  readonly extended: boolean;
  /** A credit line or an office says that a person follows, and the span can be a person's name. */
  readonly person: boolean;
  /** Is, or is in, the short title of a work. */
  readonly title: boolean;
  /** An application or service is spoken of, whatever its maker. */
  readonly product: boolean;
}

export interface Findings {
  readonly evidence: ProjectEvidence;
  readonly facts: ProjectFacts;
}

/** Characters of the surroundings that segmentation looks at: enough for the words at the border to settle. */
const runLength = 8;

/** Reads all evidence off one occurrence. Uses nothing but the occurrence and the lexicon. */
export function findEvidence(
  occurrence: Pick<ProjectOccurrence, 'before' | 'text' | 'after' | 'name'>,
  lexicon: Lexicon,
): Findings {
  const { text } = occurrence;
  const before = occurrence.before.slice(-64);
  const after = occurrence.after.slice(0, 64);
  const kind = lexicon.known(text) ?? lexicon.known(occurrence.name);
  const isName = kind === 'company' || kind === 'media' || kind === 'product';
  const word = lexicon.find(text) ?? lexicon.find(text.toLowerCase());
  const left = isNoHan(before.charCodeAt(before.length - 1))
    ? ''
    : /\p{Script=Han}*$/u.exec(before.slice(-runLength))![0];
  const right = /^\p{Script=Han}*/u.exec(after.slice(0, runLength))![0];
  const alignment = measureAlignment(left, text, right, lexicon);
  const isMeasure =
    before !== '' &&
    '0123456789〇一二三四五六七八九十'.includes(before.slice(-1)) &&
    /^[qm]/.test(lexicon.find(text.charAt(0))?.tag ?? '');
  const common = word === undefined ? 0 : Math.min(1, Math.log10(word.frequency + 1) / 5);
  const asWord = describeWord(isName ? undefined : word, common, lexicon);
  const asNew = describeNewWord(kind === undefined && word === undefined ? text : '', lexicon);
  const cued = findCues(before, after, kind, isName || word === undefined ? 0 : common);
  const beside = findNeighbours(before, after, lexicon);
  // Spelled out, since spreading one object after another is as much work as finding all of it.
  return {
    evidence: {
      // 每30秒拍下: the figure takes the measure word with which the span begins.
      aligned: isMeasure ? -1 : Math.max(-1, Math.min(1, alignment.odds / 6)),
      orphan: toNumber(
        !isName && (isOrphan(alignment.previous, leftGrammar) || isOrphan(alignment.next, rightGrammar)),
      ),
      knownName: toNumber(isName),
      knownWord: isName && !isProperTag(word?.tag) ? common : 0,
      everydayName: toNumber(kind === 'everyday'),
      word: asWord.word,
      frequency: asWord.frequency,
      properNoun: asWord.properNoun,
      person: asWord.person,
      newWord: asNew.newWord,
      ordinaryParts: asNew.ordinaryParts,
      ordinary: asNew.ordinary,
      coined: asNew.coined,
      companyEnding: asNew.companyEnding,
      particleEdge: asNew.particleEdge,
      announced: cued.announced,
      owns: cued.owns,
      acts: cued.acts,
      listed: beside.listed,
      listedWithKnown: beside.listedWithKnown,
      quoted: beside.quoted,
      measured: toNumber(!isName && cues.measuredBefore.test(before.slice(-2))),
      suffixed: toNumber((!isName || isCommonTag(word?.tag)) && cues.suffixAfter.test(after)),
    },
    facts: {
      kind,
      insideLatin: /\w$/.test(before) && /^\w/.test(text) ? true : /^\w/.test(after) && /\w$/.test(text),
      extended: kind !== undefined && kind !== 'work' && isExtended(text, right, lexicon),
      person: !isName && isPerson(text, word, before),
      title: !isName && isInShortTitle(before, after),
      product: cues.productAnnouncedAfter.test(after) || cues.productAnnouncedBefore.test(before.slice(-8)),
    },
  };
}

/** Whether a character, the most usual ones beside names, is none of Chinese words: ASCII, symbols, punctuation. NaN is none. */
function isNoHan(code: number): boolean {
  return !(code >= 0x2e80) || code === 0x3001 || code === 0x3002 || (code >= 0xff00 && code <= 0xffef);
}

function toNumber(condition: boolean): number {
  return condition ? 1 : 0;
}

const leftGrammar = /^(?:[abcdefhkmopqrstuvxy]|zg)/;
/** A measure word has no business right after a name. */
const rightGrammar = /^(?:[abcdefhkoprsuvxy]|zg)/;

function isOrphan(word: Word | undefined, grammar: RegExp): boolean {
  return word !== undefined && word.text.length === 1 && !grammar.test(word.tag);
}

function isProperTag(tag: string | undefined): boolean {
  return tag !== undefined && /^n[rstz]/.test(tag);
}

function isCommonTag(tag: string | undefined): boolean {
  return tag !== undefined && /^(?:n$|v|a|d|t)/.test(tag);
}

function describeWord(
  word: Word | undefined,
  common: number,
  lexicon: Lexicon,
): Pick<ProjectEvidence, 'word' | 'frequency' | 'properNoun' | 'person'> {
  if (word === undefined) return { word: 0, frequency: 0, properNoun: 0, person: 0 };
  const proper = /^n(?:[tz]|rt)/.test(word.tag);
  return {
    word: 1,
    frequency: common,
    properNoun: proper && !isPhrase(word.text, lexicon) ? 1 - common : 0,
    person: !proper && word.tag.startsWith('nr') ? 1 - common : 0,
  };
}

function describeNewWord(
  text: string,
  lexicon: Lexicon,
): Pick<
  ProjectEvidence,
  'newWord' | 'ordinaryParts' | 'ordinary' | 'coined' | 'companyEnding' | 'particleEdge'
> {
  if (text === '')
    return { newWord: 0, ordinaryParts: 0, ordinary: 0, coined: 0, companyEnding: 0, particleEdge: 0 };
  const parts = segment(text, lexicon);
  const ordinary = parts.filter((part) => isOrdinary(part, lexicon));
  const coined = parts.filter((part) => part.text.length === 1 && !ordinary.includes(part));
  const isPhrase = ordinary.length === parts.length;
  return {
    newWord: 1,
    ordinaryParts: toNumber(isPhrase),
    ordinary: ordinary.length / parts.length,
    coined: coined.length / parts.length,
    companyEnding: toNumber(text.length > 2 && !isPhrase && cues.companyEnding.test(text)),
    particleEdge: toNumber(cues.particleEdge.test(text)),
  };
}

/** A word of which no name is made: of the trade, common, or (a single character) grammar. */
function isOrdinary({ text, frequency, tag }: Word, lexicon: Lexicon): boolean {
  if (lexicon.isTradeWord(text)) return true;
  if (text.length > 1) return frequency >= 1000 && !/^n(?:[tz]|rt)/.test(tag);
  return frequency >= 5000 && /^(?:[acdfmpqruv]|zg)/.test(tag);
}

/** 开放平台 is in the dictionary as a proper noun, yet is two everyday words. */
function isPhrase(text: string, lexicon: Lexicon): boolean {
  const isPart = (part: string): boolean => {
    const word = lexicon.find(part);
    return word === undefined ? lexicon.isTradeWord(part) : isOrdinary(word, lexicon);
  };
  for (let at = 2; at <= text.length - 2; at += 1) {
    if (isPart(text.slice(0, at)) && isPart(text.slice(at))) return true;
  }
  return false;
}

/** @param common - How common a word the span is, 0 where it is a name or new. */
function findCues(
  before: string,
  after: string,
  kind: KnownKind | undefined,
  common: number,
): Pick<ProjectEvidence, 'announced' | 'owns' | 'acts'> {
  // 团队宣布 says nothing of 团队: the commoner a word, the less a cue makes a name of it.
  const strength = 1 - common;
  return {
    announced: cues.nameAnnouncedBefore.test(before.slice(-8)) ? strength : 0,
    owns: cues.nameOwnsAfter.test(after) ? (kind === 'everyday' ? 1 : strength) : 0,
    acts: cues.nameActsAfter.test(after) ? strength : 0,
  };
}

function findNeighbours(
  before: string,
  after: string,
  lexicon: Lexicon,
): Pick<ProjectEvidence, 'listed' | 'listedWithKnown' | 'quoted'> {
  return {
    listed: toNumber(before.endsWith('、') || after.startsWith('、')),
    listedWithKnown: toNumber(isListedWithKnown(before, after, lexicon)),
    quoted: toNumber(before !== '' && '“「『"'.includes(before.slice(-1)) && /^[”」』"]/u.test(after)),
  };
}

/** Whether the neighbour in an enumeration is a well-known name. */
function isListedWithKnown(before: string, after: string, lexicon: Lexicon): boolean {
  const isKnown = (name: string): boolean => {
    const kind = lexicon.known(name);
    return kind === 'company' || kind === 'media' || kind === 'product';
  };
  if (/[、和与及或跟同]\s?$/u.test(before.slice(-2))) {
    const previous = before.trimEnd().slice(-13, -1).trimEnd();
    for (let at = 0; at < previous.length - 1; at += 1) if (isKnown(previous.slice(at))) return true;
  }
  if (/^\s?[、和与及或跟同]/u.test(after)) {
    const next = after.trimStart().slice(1, 13).trimStart();
    for (let end = next.length; end > 1; end -= 1) if (isKnown(next.slice(0, end))) return true;
  }
  return false;
}

function isExtended(text: string, right: string, lexicon: Lexicon): boolean {
  for (let length = 1; length <= right.length; length += 1) {
    const rest = right.slice(0, length);
    if (cues.brandExtension.test(rest) && lexicon.known(text + rest) !== undefined) return true;
  }
  return false;
}

/** Chinese persons' names and bylines are of two or three characters. */
function isPerson(text: string, word: Word | undefined, before: string): boolean {
  if (text.length > 3) return false;
  if (cues.creditBefore.test(before)) return true;
  if (!cues.personAnnouncedBefore.test(before.slice(-6))) return false;
  return cues.surnames.includes(text.charAt(0)) || /^nr(?!t)/.test(word?.tag ?? '');
}

/** Whether the span is within 《…》 of few characters and no punctuation: a work, not an article's headline. */
function isInShortTitle(before: string, after: string): boolean {
  if (!before.includes('《') || !after.includes('》')) return false;
  const open = /《([^《》，。？！,?!]*)$/u.exec(before)?.[1];
  const close = /^([^《》，。？！,?!]*)》/u.exec(after)?.[1];
  return open !== undefined && close !== undefined && open.length + close.length <= 8;
}
