import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type CorpusShape, generateArticle } from './generate-article.ts';

export { generateArticle } from './generate-article.ts';

export interface CorpusOptions {
  /** How many, at least 1. */
  readonly articles: number;
  /** The folder to write to; it is made where it is missing. Nothing in it is removed. */
  readonly out: string;
  /** Any whole number, default 1. */
  readonly seed?: number;
  /** Default `html`. */
  readonly shape?: CorpusShape;
}

export interface Corpus {
  readonly articles: number;
  readonly bytes: number;
}

/**
 * Writes a corpus of articles that look like what a news scraper saves. The same options give the same files, byte for
 * byte, on every machine. Memory does not grow with the number of articles.
 */
export function generateCorpus({ articles, out, seed = 1, shape = 'html' }: CorpusOptions): Corpus {
  const folders = new Set<string>();
  let bytes = 0;
  for (let index = 0; index < articles; index += 1) {
    const article = generateArticle(index, seed, { shape });
    const file = path.join(out, ...article.path.split('/'));
    const folder = path.dirname(file);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    bytes += Buffer.byteLength(article.text);
    writeFileSync(file, article.text);
  }
  return { articles, bytes };
}

const USAGE =
  'Usage: node --import tsx bench/corpus/generate-corpus.ts --articles N --out DIR [--seed N] [--shape html|markdown|mixed]';
const SHAPES: readonly CorpusShape[] = ['html', 'markdown', 'mixed'];

function runFromCommandLine(): number {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      shape: { type: 'string', default: 'html' },
    },
  });
  const articles = Number(values.articles);
  const seed = Number(values.seed);
  const shape = SHAPES.find((known) => known === values.shape);
  if (!Number.isInteger(articles) || articles < 1 || !Number.isInteger(seed) || !values.out || !shape) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const started = performance.now();
  const corpus = generateCorpus({ articles, out: values.out, seed, shape });
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${corpus.articles} articles, ${(corpus.bytes / 2 ** 20).toFixed(1)} MiB, ${seconds.toFixed(1)} s\n`,
  );
  return 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = runFromCommandLine();
}
