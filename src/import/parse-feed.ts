import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import { locateOffset } from '../content/locate-offset.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Feed, FeedItem } from './feed-item.ts';
import { type ImportRule, reportImport } from './import-rules.ts';
import { type FeedObject, readFeedObject } from './read-feed-object.ts';
import { salvageJsonFeed } from './salvage-json-feed.ts';
import { countItemStarts, type SalvagedItem, salvageXmlFeed } from './salvage-xml-feed.ts';

/** Of a broken feed: more items are read only from one that is sound. */
const MAX_ITEMS = 20_000;

/** Of one feed; what is wrong with a hundred items is known after fifty. */
const MAX_DIAGNOSTICS = 50;

export type ParsedFeed =
  | { readonly ok: true; readonly feed: Feed; readonly diagnostics: readonly Diagnostic[] }
  /** Nothing in it can be read as an item of a feed. */
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads RSS (0.9 to 2.0, RDF too), Atom or JSON Feed. What is broken in a feed costs no more than what is broken: when it
 * is not well formed as a whole, each of its items is read on its own, and mended where it can be.
 *
 * @param name - How diagnostics name it: its address or file.
 */
export function parseFeed(text: string, name: string): ParsedFeed {
  const whole = parseWhole(text);
  if (whole !== undefined && !hasLostItems(whole, text)) return { ok: true, feed: whole, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const report = (rule: ImportRule, offset: number, message: string): void => {
    if (diagnostics.length < MAX_DIAGNOSTICS)
      diagnostics.push(reportImport(rule, name, locateOffset(text, offset), message));
  };
  const salvaged = looksLikeJson(text) ? salvageJson(text, report) : salvageXml(text, report);
  if (salvaged.items.length <= (whole?.items.length ?? 0)) {
    // There was nothing more to find than empty items.
    if (whole !== undefined) return { ok: true, feed: whole, diagnostics: [] };
    return { ok: false, diagnostics: [...explainUseless(text, name)] };
  }
  return { ok: true, feed: { ...whole, ...salvaged }, diagnostics };
}

type FeedReport = (rule: ImportRule, offset: number, message: string) => void;

function parseWhole(text: string): Feed | undefined {
  try {
    return readFeedObject(parseWithFeedsmith(withoutEntities(text)) as FeedObject);
  } catch (error) {
    // feedsmith says no by throwing; the reasons are its own, and a deep document may also exhaust its stack.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Nobody needs entities of a feed's own, and they can be made to multiply: a document type goes, with all it declares. */
function withoutEntities(text: string): string {
  const start = text.slice(0, 4096).search(/<!DOCTYPE\s/i);
  if (start < 0) return text;
  const declarations = text.indexOf('[', start);
  const plainEnd = text.indexOf('>', start);
  const hasDeclarations = declarations >= 0 && declarations < plainEnd;
  const end = hasDeclarations ? text.indexOf('>', text.indexOf(']', declarations)) : plainEnd;
  return end < 0 ? text : text.slice(0, start) + text.slice(end + 1);
}

/** An item or a text that is not ended swallows the items that follow. */
function hasLostItems(feed: Feed, text: string): boolean {
  return !looksLikeJson(text) && feed.items.length < countItemStarts(text);
}

function looksLikeJson(text: string): boolean {
  return /^[\s\ufeff]*[{[]/.test(text);
}

function salvageXml(text: string, report: FeedReport): Feed {
  report('broken-feed', 0, 'The feed is not well-formed XML; its items are read one by one.');
  const salvaged = salvageXmlFeed(text);
  const items = inBatches(limit(salvaged.items, report)).flatMap((batch) => {
    const parse = (some: readonly SalvagedItem[]) =>
      parseWhole(salvaged.open + some.map(({ xml }) => xml).join('') + salvaged.close)?.items ?? [];
    const together = parse(batch);
    // One that is dropped silently would shift the others: then each is read on its own.
    const parsed = together.length === batch.length ? together : batch.map((one) => parse([one])[0]);
    return batch.flatMap(({ offset, isWhole }, index) =>
      acceptItem(parsed[index], { offset, damaged: !isWhole }, report),
    );
  });
  const title = titleOf(text);
  return { ...(title === undefined ? {} : { title }), items };
}

function limit<T extends { readonly offset: number }>(items: readonly T[], report: FeedReport): readonly T[] {
  const first = items[MAX_ITEMS];
  if (first === undefined) return items;
  report('lost-item', first.offset, `The feed is broken, and has more than ${MAX_ITEMS} items.`);
  return items.slice(0, MAX_ITEMS);
}

/** The first title, if it is the feed's. */
function titleOf(text: string): string | undefined {
  const start = text.slice(0, 4096);
  const title = /<title[^<>]{0,100}>([^<]{1,300})<\/title>/i.exec(start);
  const item = start.search(/<(?:item|entry)[\s>]/i);
  return title !== null && (item < 0 || title.index < item) ? title[1] : undefined;
}

function salvageJson(text: string, report: FeedReport): Feed {
  report('broken-feed', 0, 'The feed is not valid JSON; its items are read one by one.');
  const items = limit(salvageJsonFeed(text), report).flatMap(({ value, offset, damaged }) => {
    const document = { version: 'https://jsonfeed.org/version/1.1', title: '-', items: [value] };
    const item = parseWhole(JSON.stringify(document))?.items[0];
    return acceptItem(item, { offset, damaged }, report);
  });
  return { items };
}

function acceptItem(
  item: FeedItem | undefined,
  { offset, damaged }: { readonly offset: number; readonly damaged: boolean },
  report: FeedReport,
): readonly FeedItem[] {
  if (item === undefined) {
    report('lost-item', offset, 'An item can not be read.');
    return [];
  }
  if (damaged) report('damaged-item', offset, 'An item is cut off or has no end.');
  return [{ ...item, damaged }];
}

/** Starting a parser costs more than reading an item. */
const BATCH = 100;

function inBatches<T>(items: readonly T[]): readonly (readonly T[])[] {
  const batches: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += BATCH) batches.push(items.slice(at, at + BATCH));
  return batches;
}

/** Why nothing in a text is an item of a feed. */
function explainUseless(text: string, name: string): readonly Diagnostic[] {
  const explain = (message: string) => [reportImport('no-feed', name, { line: 1, column: 1 }, message)];
  const start = text.slice(0, 64 * 1024);
  if (text.trim() === '') return explain('There is nothing in it.');
  if (!/<!doctype html|<html[\s>]/i.test(start)) return explain('It is neither RSS, Atom nor JSON Feed.');
  const named = [...start.matchAll(FEED_LINK)].flatMap(
    ([tag]) => /\bhref\s*=\s*["']([^"']+)["']/i.exec(tag)?.[1] ?? [],
  );
  if (named.length === 0) return explain('It is a page, not a feed.');
  return explain(`It is a page, not a feed; it names ${named.slice(0, 5).join(', ')}`);
}

const FEED_LINK = /<link\b[^<>]*\btype\s*=\s*["']application\/(?:rss\+xml|atom\+xml|feed\+json)["'][^<>]*>/gi;
