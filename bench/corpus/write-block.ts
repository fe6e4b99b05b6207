import type { Block, Run } from './block.ts';
import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Topic, writeHeading, writePlainSentence, writeTaggedSentence } from './write-sentence.ts';

const PICTURE_SIZES = Object.freeze([
  [899, 500],
  [1080, 720],
  [800, 600],
  [640, 960],
] as const);

const CODE = Object.freeze([
  {
    language: 'js',
    code: 'const total = items\n  .filter((item) => item.price < 100 && item.stock > 0)\n  .reduce((sum, { price }) => sum + price, 0);\n',
  },
  { language: 'bash', code: 'for file in *.log; do\n  gzip -9 "$file" && echo "$file done"\ndone\n' },
  {
    language: 'sql',
    code: "SELECT channel, count(*) AS posts\nFROM post\nWHERE published >= '2025-01-01'\nGROUP BY channel;\n",
  },
  {
    language: 'python',
    code: 'def mean(values):\n    return sum(values) / len(values) if values else 0.0\n',
  },
] as const);

/** What the next block of an article may be, in shares of 1; the rest are paragraphs. */
const SHARES = Object.freeze({
  heading: 0.09,
  image: 0.08,
  list: 0.02,
  table: 0.012,
  quote: 0.015,
  code: 0.012,
});

/** Share of paragraphs that hold a project-link: some five an article of the mean size. */
const TAGGED = 0.28;

export interface BlockRoom {
  readonly vocabulary: Vocabulary;
  readonly topic: Topic;
  readonly random: Random;
  /** What the last block was; absent at the beginning. */
  readonly previous?: Block['kind'];
  /** Characters that are still to be written, about. */
  readonly characters: number;
}

/** The next block of an article. It begins with a paragraph, has one below each heading, and ends with one. */
export function writeBlock(room: BlockRoom): Block {
  const { vocabulary, topic, random } = room;
  const sentence = () => writePlainSentence(vocabulary, topic, random);
  let share = random.next();
  const is = (kind: keyof typeof SHARES) => {
    share -= SHARES[kind];
    return share < 0;
  };
  if (room.previous === undefined || room.previous === 'heading' || room.characters < 120)
    return writeParagraph(room);
  if (is('heading')) return { kind: 'heading', text: writeHeading(vocabulary, topic, random) };
  if (is('image')) return writeImage(writeHeading(vocabulary, topic, random), random);
  if (is('list')) return { kind: 'list', items: Array.from({ length: random.integer(3, 6) }, sentence) };
  if (is('table')) return writeTable(topic, random);
  if (is('quote')) return { kind: 'quote', runs: [{ kind: 'text', text: sentence() }] };
  if (is('code')) return { kind: 'code', ...random.pick(CODE) };
  return writeParagraph(room);
}

/** One to five sentences, rarely longer than what is still to be written. */
function writeParagraph({ vocabulary, topic, random, characters }: BlockRoom): Block {
  const sentences = Math.max(1, Math.min(random.integer(1, 5), Math.floor(characters / 24)));
  const tagged = random.chance(TAGGED) && characters > 120 ? random.integer(0, sentences - 1) : -1;
  const runs: Run[] = [];
  for (let i = 0; i < sentences; i += 1) {
    if (i === tagged) runs.push(...writeTaggedSentence(vocabulary, topic, random));
    else runs.push(writeTextRun(writePlainSentence(vocabulary, topic, random), random));
  }
  return { kind: 'paragraph', runs };
}

function writeTextRun(text: string, random: Random): Run {
  if (random.chance(0.04)) return { kind: 'strong', text };
  if (random.chance(0.03))
    return {
      kind: 'link',
      text,
      href: `https://www.example.org/story/${random.integer(1, 99_999)}?from=feed&lang=zh`,
    };
  return { kind: 'text', text };
}

function writeImage(alt: string, random: Random): Block {
  const [width, height] = random.pick(PICTURE_SIZES);
  return { kind: 'image', src: pictureUrl(random), width, height, alt };
}

/** A picture on a host that does not exist (RFC 2606), so that no benchmark can ever ask anyone for it. */
export function pictureUrl(random: Random): string {
  const name = Array.from({ length: 4 }, () => random.integer(0, 0xffff).toString(16).padStart(4, '0')).join(
    '',
  );
  return `https://img.corpus.example/${random.integer(2023, 2025)}/v2_${name}_img_000`;
}

function writeTable(topic: Topic, random: Random): Block {
  const head = ['名称', '数量', '变化'];
  const rows = Array.from({ length: random.integer(3, 8) }, () => [
    random.pick(topic.nouns),
    String(random.integer(1, 9999)),
    `${random.chance(0.6) ? '+' : '−'}${random.integer(1, 60)}%`,
  ]);
  return { kind: 'table', head, rows };
}
