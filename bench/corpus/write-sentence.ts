import type { Run } from './block.ts';
import { companies, everydayNames } from './names.ts';
import { mix, type Random } from './random.ts';
import { companionOf, type Vocabulary, type WordClass, wordAt } from './vocabulary.ts';

/** What an article is about: nouns and companies that keep coming back in it. */
export interface Topic {
  readonly nouns: readonly string[];
  readonly companies: readonly string[];
}

/** Letters stand for a word of a class, `0` for a number; everything else is written as it is. */
const LETTERS: Readonly<Record<string, WordClass>> = Object.freeze({
  N: 'noun',
  V: 'verb',
  A: 'adjective',
  D: 'adverb',
  P: 'place',
  T: 'time',
});

const PATTERNS = Object.freeze(
  [
    'T，P的N和N都在V，这让N变得A。',
    '对于N来说，V一个A的N，比V十个N更A。',
    '记者了解到，PN的NV了0%，N则VN。',
    'N的NDV，NDDV。',
    '一位N告诉记者，N不是N，而是VN的N。',
    '“如果没有N，我们就V不了N。”一位N说。',
    'T，N在PV了AN，并将N的NV到0个。',
    '从N的角度看，N与N之间的ND被V。',
    '数据显示，T的N达到0亿元，同比V0%。',
    'N认为，A的N可以V，但N需要V。',
    '与此同时，N也V了N的N，DA。',
    '在P，NV着N，NV着N。',
    '这意味着，NV的不只是N，还有A的N。',
    '不过，ND没有V，ND也V不了N。',
    'V之后，N的N从0V到0，NDA。',
    '业内人士表示，N、N和N是N的A部分。',
    'T以来，PV了0项N，其中N占0%。',
    '“我们VN，也VN，”N说，“因为NDA。”',
    'N为什么VN？答案在N里。',
    'VN，VN，再VN——N的N就是这样V的。',
    '按照N的N，每V一次N，就要V0元N。',
  ].map((pattern) => pattern.split(/([NVADPT0])/).filter(Boolean)),
);

const HEADINGS = Object.freeze(
  ['N的A时刻', 'VN之后', '从N到N', 'N为什么V', 'P的N', 'A的N，A的N', '谁在VN'].map((pattern) =>
    pattern.split(/([NVADPT0])/).filter(Boolean),
  ),
);

/** Shares of project-links that mark a company, and an everyday word; the others cut words in two. */
const COMPANY_SHARE = 0.45;
const EVERYDAY_SHARE = 0.25;

export function chooseTopic(vocabulary: Vocabulary, random: Random): Topic {
  const nouns = Array.from({ length: random.integer(12, 40) }, () => wordAt(vocabulary.noun, random.next()));
  return { nouns, companies: Array.from({ length: random.integer(1, 4) }, () => random.pick(companies)) };
}

/** Words of a heading. */
export function writeHeading(vocabulary: Vocabulary, topic: Topic, random: Random): string {
  return fillPattern(random.pick(HEADINGS), vocabulary, topic, random).join('');
}

/** A sentence without links, with its full stop. */
export function writePlainSentence(vocabulary: Vocabulary, topic: Topic, random: Random): string {
  return fillPattern(random.pick(PATTERNS), vocabulary, topic, random).join('');
}

/**
 * A sentence in which one name is marked as a project: a company, an everyday word, or the seam of two words, as the
 * taggers of real sources do.
 */
export function writeTaggedSentence(vocabulary: Vocabulary, topic: Topic, random: Random): Run[] {
  const words = fillPattern(random.pick(PATTERNS), vocabulary, topic, random);
  const share = random.next();
  if (share < COMPANY_SHARE) return tagNoun(words, random.pick(topic.companies));
  if (share < COMPANY_SHARE + EVERYDAY_SHARE) return tagNoun(words, random.pick(everydayNames));
  return tagSeam(words);
}

/** Puts a name where the first word of the pattern's is, and marks it. */
function tagNoun(words: readonly string[], name: string): Run[] {
  const at = Math.max(0, words.findIndex(isWord));
  return markRun(words.slice(0, at).join(''), name, words.slice(at + 1).join(''));
}

/** Marks the last character of a word together with the first of the next one. */
function tagSeam(words: readonly string[]): Run[] {
  const at = words.findIndex((word, index) => isWord(word) && isWord(words[index + 1] ?? ''));
  if (at === -1) return tagNoun(words, words.find(isWord)!);
  const [left, right] = [words[at]!, words[at + 1]!];
  return markRun(
    words.slice(0, at).join('') + left.slice(0, -1),
    left.slice(-1) + right.slice(0, 1),
    right.slice(1) + words.slice(at + 2).join(''),
  );
}

function markRun(before: string, name: string, after: string): Run[] {
  const id = projectId(name);
  const runs: Run[] = [
    { kind: 'text', text: before },
    { kind: 'project', text: name, id, type: Number(id) % 2 === 0 ? '2' : '1' },
    { kind: 'text', text: after },
  ];
  return runs.filter(({ text }) => text !== '');
}

/** The same name always has the same id. */
export function projectId(name: string): string {
  let hash = 7;
  for (const character of name) hash = mix(hash ^ character.codePointAt(0)!);
  return String(1000 + (hash % 900_000));
}

const isWord = (text: string) => /^\p{Script=Han}{2,4}$/u.test(text);

function fillPattern(
  pattern: readonly string[],
  vocabulary: Vocabulary,
  topic: Topic,
  random: Random,
): string[] {
  let previous = '';
  return pattern.map((part) => {
    if (part === '0') return String(random.integer(2, 980));
    const wordClass = LETTERS[part];
    if (wordClass === undefined) return part;
    previous = chooseWord(wordClass, previous, vocabulary, topic, random);
    return previous;
  });
}

function chooseWord(
  wordClass: WordClass,
  previous: string,
  vocabulary: Vocabulary,
  topic: Topic,
  random: Random,
): string {
  if (wordClass === 'noun' && random.chance(0.45)) return random.pick(topic.nouns);
  const pool = vocabulary[wordClass];
  if (previous !== '' && random.chance(0.6)) return companionOf(previous, pool, random);
  return wordAt(pool, random.next());
}
