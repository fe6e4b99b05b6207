import { brandExtension } from './project-cues.ts';
import { corpusSize, createUnseenWord, type KnownKind, type Lexicon, type Word } from './project-lexicon.ts';

/** How well a span agrees with the words of its surroundings. */
export interface Alignment {
  /** Natural log-odds, within ±12, that words begin where the span begins and end where it ends. */
  readonly odds: number;
  /** The word that most probably ends right before the span, and the one that begins right after it, if any. */
  readonly previous: Word | undefined;
  readonly next: Word | undefined;
}

/** A word between two positions of a text. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly word: Word;
}

const oddsLimit = 12;

/** Most probable segmentation of a run of text into words (unigram model, as jieba's without HMM). */
export function segment(text: string, lexicon: Lexicon): readonly Word[] {
  return findBestPath(listEdges(text, lexicon), 0, text.length);
}

/**
 * Weighs all segmentations of `left + span + right` against those that respect the span's borders. That the best
 * segmentation happens to cross a border says less: of two that are nearly as good it is chance which is the best.
 *
 * @param left - The run of Han characters right before the span, "" when something else stands there.
 * @param right - The run right after it.
 */
export function measureAlignment(left: string, span: string, right: string, lexicon: Lexicon): Alignment {
  const text = left + span + right;
  const start = left.length;
  const end = start + span.length;
  const edges = dropBrandedLonger(listEdges(text, lexicon), span, start, lexicon);
  // A name that no list has is as likely as the rarest word, or else no new name could be told from a cut.
  if (lexicon.find(span) === undefined)
    insertEdge(edges, { from: start, to: end, word: createUnseenWord(span) });
  // Summed, scaled probability of all segmentations up to each position: of the whole, and of what begins at a border.
  const whole = new Float64Array(text.length + 1);
  const within = new Float64Array(text.length + 1);
  const after = new Float64Array(text.length + 1);
  whole[0] = 1;
  within[start] = 1;
  after[end] = 1;
  for (const { from, to, word } of edges) {
    whole[to]! += whole[from]! * word.scaled;
    if (from >= end) after[to]! += after[from]! * word.scaled;
    else if (from >= start && to <= end) within[to]! += within[from]! * word.scaled;
  }
  const kept = whole[start]! * within[end]! * after[text.length]!;
  return {
    odds: toOdds(kept / whole[text.length]!),
    previous: findBestPath(edges, 0, start).at(-1),
    next: findBestPath(edges, end, text.length)[0],
  };
}

/** Edges without those of longer words that merely add to a well-known name that the span is. */
function dropBrandedLonger(edges: Edge[], span: string, start: number, lexicon: Lexicon): Edge[] {
  const kind = lexicon.known(span);
  if (kind === undefined || kind === 'work') return edges;
  return edges.filter(
    ({ from, to, word }) =>
      from !== start || to <= start + span.length || !isBrandedLonger(word, span, kind, lexicon),
  );
}

/**
 * Whether a longer word is the known name's: 腾讯云 is 腾讯's, so 腾讯 in it is not cut. Rare persons' names of the
 * dictionary that happen to begin with the name are no evidence either.
 */
function isBrandedLonger(word: Word, span: string, kind: KnownKind, lexicon: Lexicon): boolean {
  const rest = word.text.slice(span.length);
  const isOurs = lexicon.known(word.text) !== undefined;
  if (brandExtension.test(rest)) return isOurs || kind !== 'everyday';
  if (kind === 'everyday') return false;
  if (word.frequency <= 20 && word.tag.startsWith('nr')) return true;
  return isOurs && rest.length > 1 && !isCommonWord(lexicon.find(span));
}

/** 大众 is a word besides a name, so 大众点评 is not the carmaker's. */
function isCommonWord(word: Word | undefined): boolean {
  return word !== undefined && word.frequency >= 300 && /^(?:n$|v|a|d|t)/.test(word.tag);
}

/** All words in the text, by where they begin. Every character is at least a word of its own. */
function listEdges(text: string, lexicon: Lexicon): Edge[] {
  const edges: Edge[] = [];
  for (let from = 0; from < text.length; from += 1) {
    edges.push({ from, to: from + 1, word: lexicon.characterAt(text, from) });
    for (const word of lexicon.candidatesAt(text, from)) {
      const { length } = word.text;
      if (length < 4 || text.startsWith(word.text, from)) edges.push({ from, to: from + length, word });
    }
  }
  return edges;
}

/** Keeps the edges ordered by where they begin. */
function insertEdge(edges: Edge[], edge: Edge): void {
  const at = edges.findIndex((other) => other.from > edge.from);
  edges.splice(at < 0 ? edges.length : at, 0, edge);
}

function findBestPath(edges: readonly Edge[], start: number, end: number): readonly Word[] {
  const best = new Float64Array(end - start + 1);
  const last: (Edge | undefined)[] = [];
  best[0] = 1;
  for (const edge of edges) {
    if (edge.from < start || edge.to > end) continue;
    const probability = best[edge.from - start]! * edge.word.scaled;
    if (probability <= best[edge.to - start]!) continue;
    best[edge.to - start] = probability;
    last[edge.to - start] = edge;
  }
  const words: Word[] = [];
  for (let edge = last[end - start]; edge !== undefined; edge = last[edge.from - start])
    words.push(edge.word);
  return words.reverse();
}

function toOdds(probability: number): number {
  const odds = Math.log(probability / Math.max(1 - probability, 1 / corpusSize));
  return Math.max(-oddsLimit, Math.min(oddsLimit, odds));
}
