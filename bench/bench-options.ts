import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { BuilderName } from './builders/builder.ts';
import { PEERS } from './builders/builders.ts';
import { CASES, type CaseName } from './compare/cases.ts';

export const USAGE = `
Usage: npm run -s bench -- [flags]

Builds a generated corpus with Broadsheet and with the peers that are installed, and compares time and memory.

  --articles N[,N…]   sizes of the corpus (default: 1000; published results: 10000,100000)
  --runs N            times each build is measured, and saves and checks at least 5 times; medians are shown (default: 5)
  --cases A[,B…]      of ${CASES.join(', ')}; or none (default: all)
  --peers A[,B…]      of ${PEERS.map(({ name }) => name).join(', ')}; or none (default: those that are installed)
  --peer-articles N   the largest corpus that peers are asked to build (default: 10000)
  --install-peers     install Eleventy and Hexo from npm into the scratch folder first
  --seed N            the corpus's (default: 1)
  --scratch DIR       where everything is built (default: broadsheet-bench in the system's temporary folder)
  --no-git            do not commit the content: Broadsheet then tells changes by digests of the files
  --dev               measure also how long a save takes under "npm run dev" until a browser shows it, up to 10000 articles
  --check             measure also what "npm run check" takes, up to 10000 articles; as the first flag: that alone, of 10000
  --write             write the results to bench/RESULTS.md
  --json FILE         write every measurement to a file

Other measurements of this project:

  --stages            Broadsheet alone: time by stage, and ms an article of parsing, cleaning and rendering in one process
  --projects          how well project-links are judged; further flags are those of bench/projects.ts
  --search            the search against its bars; further flags are those of bench/search/search.ts
`;

/** What is asked for. */
export interface BenchOptions {
  readonly mode: 'compare' | 'stages';
  /** Ascending, each once. */
  readonly articles: readonly number[];
  readonly runs: number;
  readonly cases: readonly CaseName[];
  /** Undefined: all that are installed. */
  readonly peers: readonly BuilderName[] | undefined;
  readonly peerArticles: number;
  readonly installPeers: boolean;
  readonly seed: number;
  readonly scratch: string;
  readonly git: boolean;
  readonly dev: boolean;
  readonly check: boolean;
  readonly write: boolean;
  readonly json: string | undefined;
}

/** A command line that makes no sense; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const values = parseFlags(args);
  const articles = values.articles.split(',').map((text) => readNumber('articles', text, { min: 1 }));
  return {
    mode: values.stages ? 'stages' : 'compare',
    articles: [...new Set(articles)].sort((a, b) => a - b),
    runs: readNumber('runs', values.runs, { min: 1 }),
    cases: readNames('cases', values.cases, CASES) ?? CASES,
    peers: readNames(
      'peers',
      values.peers,
      PEERS.map(({ name }) => name),
    ),
    peerArticles: readNumber('peer-articles', values['peer-articles'], { min: 0 }),
    installPeers: values['install-peers'],
    seed: readNumber('seed', values.seed, { min: 0 }),
    scratch: path.resolve(values.scratch),
    git: !values['no-git'],
    dev: values.dev,
    check: values.check,
    write: values.write,
    json: values.json,
  };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        articles: { type: 'string', default: '1000' },
        runs: { type: 'string', default: '5' },
        cases: { type: 'string' },
        peers: { type: 'string' },
        'peer-articles': { type: 'string', default: '10000' },
        'install-peers': { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        scratch: { type: 'string', default: path.join(tmpdir(), 'broadsheet-bench') },
        'no-git': { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        json: { type: 'string' },
        stages: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The named ones, in the order in which they are known; `none` is none of them. @returns Undefined without any text. */
function readNames<T extends string>(
  flag: string,
  text: string | undefined,
  known: readonly T[],
): readonly T[] | undefined {
  if (text === undefined) return undefined;
  if (text === 'none') return [];
  const names = text.split(',');
  const unknown = names.find((name) => !known.includes(name as T));
  if (unknown !== undefined) {
    throw new UsageError(`--${flag} knows no "${unknown}"; it knows ${known.join(', ')}.`);
  }
  return known.filter((name) => names.includes(name));
}

function readNumber(flag: string, text: string, { min }: { readonly min: number }): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || !Number.isSafeInteger(value)) {
    throw new UsageError(`--${flag} takes a whole number from ${min}; this is "${text}".`);
  }
  return value;
}
