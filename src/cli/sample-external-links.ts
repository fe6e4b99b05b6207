import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkFault } from '../links/check-links.ts';
import { chooseSample, type KnownLink, type LinkOutcome } from '../links/choose-sample.ts';
import { type Fetched, fetchGuarded } from '../network/fetch-guarded.ts';

export interface SampleOptions {
  /** Where answers are kept; made when it is not there. */
  readonly cacheFile: string;
  /** Links asked at most. */
  readonly sample: number;
  readonly allowPrivate: boolean;
  /** UTC instant, ms. */
  readonly now: number;
}

export interface SampleResult {
  /** Of this time's answers and those that still hold. */
  readonly faults: readonly LinkFault[];
  readonly asked: number;
}

const LIMITS = Object.freeze({ bytes: 64 * 1024, ms: 15_000, redirects: 5 });

/** Hosts that are asked at the same time; each is asked one thing at a time. */
const HOSTS_AT_ONCE = 4;

/** Ms between two questions to one host. */
const PAUSE = 1000;

/** Servers that refuse HEAD, or say nothing true to it. */
const ASK_AGAIN: ReadonlySet<number> = new Set([400, 403, 404, 405, 406, 410, 429, 500, 501, 503]);

/** Statuses that say that there is nothing. */
const GONE: ReadonlySet<number> = new Set([404, 410, 451]);

/**
 * Asks other sites for some of the pages that are linked to.
 *
 * @param links - Addresses, with a file that links to each.
 */
export async function sampleExternalLinks(
  links: ReadonlyMap<string, string>,
  options: SampleOptions,
): Promise<SampleResult> {
  const known = readKnown(options.cacheFile);
  const chosen = chooseSample(links.keys(), known, { most: options.sample, now: options.now });
  await askHosts(groupByHost(chosen), async (url) => {
    known.set(url, { url, asked: options.now, ...(await ask(url, options.allowPrivate)) });
  });
  const kept = [...known.values()].filter(({ url }) => links.has(url));
  writeKnown(options.cacheFile, kept);
  const faults = kept.flatMap(({ url, outcome, message }): LinkFault[] => {
    if (outcome === 'alive') return [];
    const rule = outcome === 'dead' ? 'dead-link' : 'unsure-link';
    const place = { file: links.get(url)!, line: 1, column: 1 };
    return [{ rule, url, places: [place], count: 1, detail: message }];
  });
  return { faults, asked: chosen.length };
}

function groupByHost(urls: readonly string[]): readonly (readonly string[])[] {
  const hosts = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  return [...hosts.values()];
}

/** Some hosts at once, each with a pause between two questions. */
async function askHosts(
  hosts: readonly (readonly string[])[],
  askOne: (url: string) => Promise<void>,
): Promise<void> {
  const waiting = [...hosts];
  const worker = async (): Promise<void> => {
    for (let urls = waiting.shift(); urls !== undefined; urls = waiting.shift()) {
      for (const [index, url] of urls.entries()) {
        if (index > 0) await sleep(PAUSE);
        await askOne(url);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker));
}

type Answer = Pick<KnownLink, 'outcome' | 'message'>;

/** HEAD first, which costs the server least; GET where HEAD says no. */
async function ask(url: string, allowPrivate: boolean): Promise<Answer> {
  const head = await fetchGuarded(url, { limits: LIMITS, allowPrivate, method: 'HEAD' });
  const isRefused = !head.ok && head.status !== undefined && ASK_AGAIN.has(head.status);
  return judge(isRefused ? await fetchGuarded(url, { limits: LIMITS, allowPrivate }) : head);
}

function judge(answer: Fetched): Answer {
  if (answer.ok || answer.fault === 'too-large') return { outcome: 'alive', message: '' };
  return { outcome: outcomeOf(answer), message: answer.message };
}

function outcomeOf({ status, fault }: Extract<Fetched, { ok: false }>): LinkOutcome {
  if (status !== undefined) return GONE.has(status) ? 'dead' : 'unsure';
  return fault === 'unknown-host' ? 'dead' : 'unsure';
}

function readKnown(file: string): Map<string, KnownLink> {
  if (!existsSync(file)) return new Map();
  try {
    const links = JSON.parse(readFileSync(file, 'utf8')) as readonly KnownLink[];
    return new Map(links.map((link) => [link.url, link]));
  } catch (error) {
    // A cache that was cut off is no cache.
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

function writeKnown(file: string, links: readonly KnownLink[]): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, `${JSON.stringify(links, null, 1)}\n`);
  renameSync(temporary, file);
}
