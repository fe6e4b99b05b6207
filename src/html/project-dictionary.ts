import { decodeUtf8 } from '../content/decode-utf8.ts';

/** Lines of the dictionary that begin with the same characters: offsets in the lines of a section. */
interface Span {
  readonly start: number;
  end: number;
}

/** The lines that begin with one character, and where those with one second character stand among them. */
interface Section {
  readonly lines: string;
  readonly spans: ReadonlyMap<number, Span>;
}

/** A line of the dictionary, read. */
export interface DictionaryWord {
  readonly text: string;
  /** At least 1. */
  readonly frequency: number;
  readonly tag: string;
}

/** The words that begin with two characters. Characters are UTF-16 code units. */
export interface PairWords {
  /** The third characters that words go on with. */
  readonly thirds: readonly number[];
  /** Those that go on with a third, each read when it is asked for. */
  readonly goingOn: (third: number) => readonly DictionaryWord[];
  /** The pair itself, if it is a word. */
  readonly alone: readonly DictionaryWord[];
}

/** Lines of `word frequency tag`, sorted by bytes, to be looked up. */
export interface Dictionary {
  /** A character that is a word by itself. */
  readonly findCharacter: (character: number) => DictionaryWord | undefined;
  /** undefined: no word begins so. */
  readonly findPair: (first: number, second: number) => PairWords | undefined;
}

const lineFeed = 10;
const space = 32;

const none: readonly DictionaryWord[] = Object.freeze([]);

/** The lines of a character are decoded when it is asked for first: opening costs nothing, and memory follows use. */
export function openDictionary(dictionary: Buffer): Dictionary {
  const sections = new Map<number, Section>();
  const sectionOf = (character: number): Section => {
    let section = sections.get(character);
    if (section === undefined) {
      section = decodeSection(dictionary, String.fromCharCode(character));
      sections.set(character, section);
    }
    return section;
  };
  return {
    findCharacter: (character) => {
      // A character by itself is followed by the space before its frequency.
      const { lines, spans } = sectionOf(character);
      const span = spans.get(space);
      return span === undefined ? undefined : readLines(lines, span)[0];
    },
    findPair: (first, second) => {
      const { lines, spans } = sectionOf(first);
      const span = spans.get(second);
      return span === undefined ? undefined : dividePair(lines, span);
    },
  };
}

function decodeSection(dictionary: Buffer, character: string): Section {
  const start = findFirstLine(dictionary, Buffer.from(character));
  const following = String.fromCharCode(character.charCodeAt(0) + 1);
  const end = findFirstLine(dictionary, Buffer.from(following));
  const lines = decodeUtf8(dictionary.subarray(start, Math.max(start, end))) ?? '';
  return { lines, spans: divide(lines, { start: 0, end: lines.length }, 1) };
}

/** Lines that are sorted, by the character at an index. */
function divide(lines: string, { start, end }: Readonly<Span>, index: number): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span>();
  let span: Span | undefined;
  let last = -1;
  for (let at = start; at < end; ) {
    const character = lines.charCodeAt(at + index);
    const newline = lines.indexOf('\n', at);
    const next = newline < 0 ? lines.length : newline + 1;
    if (span === undefined || character !== last) {
      span = { start: at, end: next };
      spans.set(character, span);
    }
    span.end = next;
    last = character;
    at = next;
  }
  return spans;
}

function dividePair(lines: string, span: Span): PairWords {
  const spans = divide(lines, span, 2);
  const read = (third: number): readonly DictionaryWord[] => {
    const found = spans.get(third);
    return found === undefined ? none : readLines(lines, found);
  };
  return { thirds: [...spans.keys()].filter((third) => third !== space), alone: read(space), goingOn: read };
}

function readLines(lines: string, { start, end }: Span): readonly DictionaryWord[] {
  return lines
    .slice(start, end)
    .split('\n')
    .flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): DictionaryWord | undefined {
  const [text, frequency, tag] = line.trimEnd().split(' ');
  return text && tag ? { text, frequency: Math.max(1, Number(frequency)), tag } : undefined;
}

/** Offset of the first line that is not before `prefix` in byte order; the buffer's length when all are. */
function findFirstLine(dictionary: Buffer, prefix: Buffer): number {
  let low = 0;
  let high = dictionary.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle === 0 ? 0 : dictionary.lastIndexOf(lineFeed, middle - 1) + 1;
    const newline = dictionary.indexOf(lineFeed, middle);
    const end = newline < 0 ? dictionary.length : newline;
    const order = dictionary.compare(prefix, 0, prefix.length, start, Math.min(end, start + prefix.length));
    if (order < 0) low = end + 1;
    else high = start;
  }
  return Math.min(low, dictionary.length);
}
