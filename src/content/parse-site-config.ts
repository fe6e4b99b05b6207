import { type Document, isMap, isNode, isScalar, type Pair, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostic.ts';
import { quoteValue } from './collect-diagnostics.ts';
import { completeSiteConfig } from './complete-site-config.ts';
import { locateOffset } from './locate-offset.ts';
import type { Rule } from './rules.ts';
import type { SiteConfig } from './site-config.ts';
import { siteConfigRules } from './site-config-rules.ts';
import { siteConfigSchema } from './site-config-schema.ts';
import { suggestName } from './suggest-name.ts';

export interface ParsedSiteConfig {
  /** Complete and frozen, whatever was wrong. */
  readonly config: SiteConfig;
  /** Where the names of `config.authors` stand, in their order; from 1. */
  readonly authorPlaces: readonly { readonly line: number; readonly column: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

type ConfigRule = keyof typeof siteConfigRules;
type Path = readonly PropertyKey[];

/**
 * Reads `site.yaml`. Each fault is reported where it stands, and costs its key only: the default takes its place, or the
 * item of a list is left out. It does not throw.
 *
 * @param text - The file; "" for none.
 * @param file - How diagnostics name it.
 */
export function parseSiteConfig(text: string, file: string): ParsedSiteConfig {
  const source = text.replace(/^\ufeff/, '');
  const diagnostics: Diagnostic[] = [];
  const report = (rule: ConfigRule, offset: number, message: string): void => {
    const { severity, hint }: Rule = siteConfigRules[rule];
    diagnostics.push({ file, ...locateOffset(source, offset), severity, rule, message, hint });
  };
  const unread = source.search(/[\ufffd\0]/);
  if (unread >= 0) report('config-encoding', unread, 'Here is something that is not UTF-8.');
  const document = parseDocument(source, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  for (const error of document.errors) report('config-syntax', error.pos[0], endSentence(error.message));
  dropDuplicates(document, report);
  dropLoops(document, report);
  const config = completeSiteConfig(keepValid(readValues(document, report), document, report));
  const authorPlaces = config.authors.map((_, index) =>
    locateOffset(source, offsetOf(document, ['authors', index, 'name'])),
  );
  return {
    config,
    authorPlaces,
    diagnostics: diagnostics.sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

type ConfigReport = (rule: ConfigRule, offset: number, message: string) => void;

/** The file as plain data; `{}` where it is not a map, or its aliases multiply. */
function readValues(document: Document.Parsed, report: ConfigReport): unknown {
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return {};
  if (!isMap(document.contents)) {
    report('config-syntax', 0, 'The file holds no "key: value" lines.');
    return {};
  }
  try {
    return withoutNulls(document.toJS({ maxAliasCount: 100 }));
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    report('config-syntax', 0, endSentence(error.message));
    return {};
  }
}

/** A key without a value says nothing. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(given.map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** Of equal keys only the last one is left in the document, so that places are looked up there. */
function dropDuplicates(document: Document.Parsed, report: ConfigReport): void {
  visit(document, {
    Map(_, map) {
      const last = new Map<unknown, Pair>();
      for (const pair of map.items) {
        const key = isScalar(pair.key) ? pair.key.value : pair.key;
        if (last.has(key)) {
          report(
            'config-duplicate-key',
            startOf(pair.key),
            `The key ${quoteValue(String(key))} is there more than once.`,
          );
        }
        last.set(key, pair);
      }
      map.items = map.items.filter(
        (pair) => last.get(isScalar(pair.key) ? pair.key.value : pair.key) === pair,
      );
    },
  });
}

/** An alias of something that it stands in would make a value without end. */
function dropLoops(document: Document.Parsed, report: ConfigReport): void {
  visit(document, {
    Alias(_, alias, path) {
      const target = alias.resolve(document);
      if (target === undefined || !path.includes(target)) return undefined;
      report('config-syntax', startOf(alias), `*${alias.source} stands in what it is an alias of.`);
      return visit.REMOVE;
    },
  });
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/**
 * Takes out what the schema refuses, until it refuses nothing. The document loses the same, so that the items of its lists
 * keep the numbers that the schema knows them by.
 */
function keepValid(
  input: unknown,
  document: Document.Parsed,
  report: ConfigReport,
): z.infer<typeof siteConfigSchema> {
  for (let round = 1; ; round++) {
    const result = siteConfigSchema.safeParse(input);
    if (result.success) return result.data;
    const refused = new Map<string, Path>();
    const told = new Set<string>();
    const refuse = (path: Path): void => {
      const existing = existingPath(input, path);
      refused.set(JSON.stringify(existing), existing);
    };
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          reportUnknownKey(key, issue.path, document, report);
          refuse([...issue.path, key]);
        }
      } else {
        // What is missing only now was taken out before, and reported then.
        const isMissed = round === 1 || valueAt(input, issue.path) !== undefined;
        // A value of the wrong kind is not also too small.
        const isNews = isMissed && !told.has(JSON.stringify(issue.path));
        told.add(JSON.stringify(issue.path));
        if (isNews) report('config-value', offsetOf(document, issue.path), describe(issue, input));
        refuse(issue.path);
      }
    }
    for (const path of [...refused.values()].sort(byPlaceDescending)) {
      removeAt(input, path);
      document.deleteIn(path);
    }
  }
}

/** The path, or of a value that is missing, the path of what it is missing from. */
function existingPath(input: unknown, path: Path): Path {
  let depth = path.length;
  while (depth > 1 && valueAt(input, path.slice(0, depth)) === undefined) depth--;
  return path.slice(0, depth);
}

/** Last items of lists first, so that removing one does not renumber the next; what is inside before what holds it. */
function byPlaceDescending(a: Path, b: Path): number {
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (other === undefined) return -1;
    if (step === other) continue;
    return typeof step === 'number' && typeof other === 'number'
      ? other - step
      : String(step) < String(other)
        ? 1
        : -1;
  }
  return b.length > a.length ? 1 : 0;
}

function reportUnknownKey(key: string, path: Path, document: Document.Parsed, report: ConfigReport): void {
  const meant = suggestName(key, knownKeys(path));
  const message = `The key ${quoteValue(nameOf([...path, key]))} is not known.`;
  report(
    'config-key',
    offsetOfKey(document, path, key),
    meant === undefined ? message : `${message} Did you mean "${meant}"?`,
  );
}

/** The keys of the map at a path of the schema. */
function knownKeys(path: Path): readonly string[] {
  let schema: unknown = siteConfigSchema;
  for (const step of path) {
    const inner = unwrap(schema) as { shape?: Record<string, unknown>; element?: unknown };
    schema = typeof step === 'number' ? inner.element : inner.shape?.[String(step)];
  }
  return Object.keys((unwrap(schema) as { shape?: object } | undefined)?.shape ?? {});
}

function unwrap(schema: unknown): unknown {
  const optional = schema as { unwrap?: () => unknown; shape?: unknown; element?: unknown } | undefined;
  const isWrapper =
    optional?.unwrap !== undefined && optional.shape === undefined && optional.element === undefined;
  return isWrapper ? unwrap(optional.unwrap!()) : schema;
}

function describe(issue: z.core.$ZodIssue, input: unknown): string {
  const value = valueAt(input, issue.path);
  const name = quoteValue(nameOf(issue.path));
  if (value === undefined) return `${name} is missing.`;
  const written = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const reason = issue.message.replace(/^Invalid input: /, '').replace(/^./, (first) => first.toLowerCase());
  return endSentence(`${name} is ${quoteValue(written)}: ${reason}`);
}

/** `menu[0].url` */
function nameOf(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function removeAt(input: unknown, path: Path): void {
  const parent = valueAt(input, path.slice(0, -1));
  const last = path.at(-1)!;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Record<PropertyKey, unknown>)[last];
}

/** Where the value at a path stands, or else what holds it. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node)) return startOf(node);
  }
  return 0;
}

function offsetOfKey(document: Document.Parsed, path: Path, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return 0;
  const pair = map.items.findLast((item) => isScalar(item.key) && String(item.key.value) === key);
  return startOf(pair?.key);
}

function endSentence(message: string): string {
  const sentence = message.trim();
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
