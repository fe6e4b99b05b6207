import type { Block } from './block.ts';
import { groups, nameCharacters, nameSuffixes, sourceSuffixes } from './names.ts';
import { createRandom, type Random } from './random.ts';
import { renderHtmlBlock, type SourceStyle } from './render-html.ts';
import { renderMarkdownBlock } from './render-markdown.ts';
import { loadVocabulary, type Vocabulary } from './vocabulary.ts';
import { pictureUrl, writeBlock } from './write-block.ts';
import { chooseTopic, type Topic, writeHeading } from './write-sentence.ts';

/** How bodies are written: as scraped HTML, as hand-written Markdown, or three of the former to one of the latter. */
export type CorpusShape = 'html' | 'markdown' | 'mixed';

export interface GeneratedArticle {
  /** `GROUP/SOURCE/CHANNEL/TITLE.md`, with forward slashes. Unlike that of any other article of any seed's corpus. */
  readonly path: string;
  readonly title: string;
  /** UTC instant, in ms since the epoch, whole seconds. */
  readonly date: number;
  /** The whole file. */
  readonly text: string;
}

export interface GenerateArticleOptions {
  /** Default `html`. */
  readonly shape?: CorpusShape;
  /** UTC instant, in ms; default: somewhere in the corpus's three years. For an article that is newer than all others. */
  readonly date?: number;
}

/** The three years over which a corpus is spread: fixed, and past. */
export const CORPUS_DATES = Object.freeze({ first: Date.UTC(2023, 0, 1), last: Date.UTC(2025, 11, 31) });

/** Sizes of files, in bytes, within 150 or so: log-normal, cut off at both ends. The spread makes the mean 1.6 times the median. */
export const CORPUS_SIZES = Object.freeze({ least: 1100, median: 5200, most: 60_000, spread: 0.97 });

/**
 * One article of a corpus. It depends on its arguments alone, so a larger corpus holds every smaller one of its seed.
 *
 * @param index - Which one, from 0 to 2^24 - 1.
 * @param seed - Any whole number.
 */
export function generateArticle(
  index: number,
  seed: number,
  { shape = 'html', date }: GenerateArticleOptions = {},
): GeneratedArticle {
  const random = createRandom(seed, index);
  const vocabulary = loadVocabulary();
  const topic = chooseTopic(vocabulary, random);
  const categories = chooseCategories(random);
  const title = writeTitle(index, vocabulary, topic, random);
  const published = date ?? random.integer(CORPUS_DATES.first / 1000, CORPUS_DATES.last / 1000) * 1000;
  const isHtml = shape === 'html' || (shape === 'mixed' && random.chance(0.75));
  const head = writeFrontMatter({ title, categories, date: published, thumbnail: chooseThumbnail(random) });
  const [open, close] = isHtml ? ['\n<div>   \n', ' \n</div>\n            \n'] : ['\n', ''];
  const bytes = chooseSize(random) - Buffer.byteLength(head + open + close);
  const style: SourceStyle = random.pick(['plain', 'plain', 'marked', 'indented']);
  const body = writeBody(bytes, { vocabulary, topic, random, style: isHtml ? style : undefined });
  return {
    path: `${categories.join('/')}/${title}.md`,
    title,
    date: published,
    text: head + open + body + close,
  };
}

/** GROUP, SOURCE, CHANNEL; the first of each list hold the most articles, as on real sites. */
function chooseCategories(random: Random): [string, string, string] {
  const uneven = <T>(items: readonly T[]) => items[Math.floor(random.next() * random.next() * items.length)]!;
  const group = uneven<(typeof groups)[number]>(groups);
  return [group.name, group.prefix + uneven<string>(sourceSuffixes), uneven<string>(group.channels)];
}

/** Holds a name that only this index has, so that no two titles of a corpus are alike. No character a path can't hold. */
function writeTitle(index: number, vocabulary: Vocabulary, topic: Topic, random: Random): string {
  const name = nameOf(index) + random.pick(nameSuffixes);
  const heading = writeHeading(vocabulary, topic, random);
  return random.chance(0.5) ? `${name}：${heading}` : `${heading}，${name}有话说`;
}

/** Three characters, of which 2^18 make different names; from there on four. */
function nameOf(index: number): string {
  const characters = [...nameCharacters];
  // An odd factor reorders the numbers below 2^18 without making two alike, so that neighbours don't look it.
  const shuffled = Math.imul(index, 0x2c1b5) & 0x3ffff;
  const rest = Math.floor(index / 2 ** 18);
  const digits = [shuffled >> 12, (shuffled >> 6) & 63, shuffled & 63, ...(rest > 0 ? [rest & 63] : [])];
  return digits.map((digit) => characters[digit]!).join('');
}

function chooseThumbnail(random: Random): string {
  if (random.chance(0.06)) return '';
  if (random.chance(0.05)) return `https://picsum.photos/400/300?random=${random.integer(1, 9999)}`;
  return pictureUrl(random);
}

function chooseSize(random: Random): number {
  const { least, median, most, spread } = CORPUS_SIZES;
  return Math.round(Math.min(most, Math.max(least, median * Math.exp(spread * random.normal()))));
}

interface FrontMatter {
  readonly title: string;
  readonly categories: readonly string[];
  readonly date: number;
  readonly thumbnail: string;
}

/** As the scraper writes it: a blank line first, a space after `categories:`. */
function writeFrontMatter({ title, categories, date, thumbnail }: FrontMatter): string {
  return [
    '',
    '---',
    `title: '${title}'`,
    'categories: ',
    ...categories.map((name) => ` - ${name}`),
    `headimg: '${thumbnail}'`,
    `author: ${categories[1]}`,
    'comments: false',
    `date: ${new Date(date).toUTCString()}`,
    `thumbnail: '${thumbnail}'`,
    '---',
    '',
  ].join('\n');
}

interface BodyRoom {
  readonly vocabulary: Vocabulary;
  readonly topic: Topic;
  readonly random: Random;
  /** Absent: Markdown. */
  readonly style: SourceStyle | undefined;
}

function writeBody(bytes: number, { style, ...room }: BodyRoom): string {
  let left = bytes;
  let body = '';
  let previous: Block['kind'] | undefined;
  do {
    // A Han character is three bytes of UTF-8.
    const block = writeBlock({ ...room, characters: left / 3, ...(previous && { previous }) });
    const text = style === undefined ? renderMarkdownBlock(block) : renderHtmlBlock(block, style);
    body += text;
    left -= Buffer.byteLength(text);
    previous = block.kind;
  } while (left > 60);
  return body;
}
