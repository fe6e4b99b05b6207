import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { FrontMatterEntry, FrontMatterNode, TextNode } from './front-matter-node.ts';
import { readSimpleYaml } from './read-simple-yaml.ts';

/** What a piece of YAML says. */
export type YamlReading =
  | { readonly kind: 'node'; readonly node: FrontMatterNode }
  | { readonly kind: 'empty' }
  /** It is not YAML. */
  | { readonly kind: 'syntax' }
  /** It is more than is ever read. */
  | { readonly kind: 'limit'; readonly rule: LimitRule; readonly offset: number; readonly message: string };

export type LimitRule = 'front-matter-too-large' | 'too-many-aliases';

/** Values of a front matter, each alias counted as what it stands for. */
export const MAX_NODES = 20_000;

/** Uses of `*name`. Their multiplication is what makes an alias bomb; `MAX_NODES` bounds that as well. */
const MAX_ALIASES = 100;

/** Keys at the top level. */
export const MAX_KEYS = 1000;

/** Lists and maps in one another that are read; deeper ones are read as empty, and dropped with the data they are in. */
export const MAX_DEPTH = 20;

/**
 * Reads YAML 1.2 with the places of its values. All scalars stay text ("failsafe schema"), so that no value is changed by
 * being taken for a number or a date. Tags do nothing, merge keys (`<<`) are keys like others, keys can be there twice,
 * and a value's anchor that nothing refers to is part of its text: `title: &Co. 上市` is not meant as YAML.
 *
 * @param source - A document, or a single value.
 * @param base - Where `source` begins in the file's text: added to every offset.
 */
export function readYaml(source: string, base: number): YamlReading {
  const simple = readSimpleYaml(source, base);
  return simple === undefined ? parseYaml(source, base) : { kind: 'node', node: simple };
}

/** The same by the real parser, for all of YAML. */
export function parseYaml(source: string, base: number): YamlReading {
  if (isTooNested(source)) return { kind: 'syntax' };
  try {
    const document = parseDocument(source, PARSE_OPTIONS);
    if (document.errors.length > 0) return { kind: 'syntax' };
    if (document.contents === null) return { kind: 'empty' };
    return { kind: 'node', node: new NodeReader(source, base).read(document.contents) };
  } catch (error) {
    if (error instanceof ReadingStopped) return error.reading;
    throw error;
  }
}

/** Brackets in one another, and columns of indent: each level of a block takes one at least. */
const MAX_BRACKETS = 64;
const DEEP_INDENT = /^[ \t?:-]{200}/m;

/**
 * Whether the parser would recurse deeper than its stack allows. That must be known before: where the stack is nearly used
 * up, V8 can fail to compile a regular expression, and ends the process instead of throwing.
 */
function isTooNested(source: string): boolean {
  let depth = 0;
  for (const [bracket] of source.matchAll(/[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') depth++;
    else if (depth > 0) depth--;
    if (depth > MAX_BRACKETS) return true;
  }
  return DEEP_INDENT.test(source);
}

/**
 * No unique keys: comparing each with all before it is quadratic, and we say which one counts. No pretty errors: each
 * would cost a line count, and none is shown.
 */
const PARSE_OPTIONS = Object.freeze({
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const);

/** `!!str` and its kin, and those that make objects elsewhere (`!!js/function`, `!!python/object`). Not `!!快讯`. */
const YAML_TAG =
  /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|binary|timestamp|set|omap|pairs|merge|value|yaml|(?:js|python|ruby|perl|php|java)\/.*)$/;

/** Ends a reading early; never leaves this file. */
class ReadingStopped extends Error {
  readonly reading: Exclude<YamlReading, { kind: 'node' }>;
  constructor(reading: Exclude<YamlReading, { kind: 'node' }>) {
    super();
    this.reading = reading;
  }
}

type Anchored = Scalar | YAMLMap | YAMLSeq;

/** Turns the parser's nodes into ours, within the limits. */
class NodeReader {
  readonly #source: string;
  readonly #base: number;
  /** By name; a name can be given anew. */
  readonly #anchors = new Map<string, Anchored>();
  readonly #open = new Set<Anchored>();
  /** Names that some `*name` refers to; found when the first anchor is met. */
  #referred: ReadonlySet<string> | undefined;
  #nodes = 0;
  #aliases = 0;

  constructor(source: string, base: number) {
    this.#source = source;
    this.#base = base;
  }

  read(node: Node | null, depth = 0, emptyAt = 0): FrontMatterNode {
    if (++this.#nodes > MAX_NODES) {
      const rule = this.#aliases > 0 ? 'too-many-aliases' : 'front-matter-too-large';
      this.#stop(rule, emptyAt, `The front matter has more than ${MAX_NODES} values.`);
    }
    if (node === null) return this.#text('', true, emptyAt, emptyAt);
    if (isAlias(node)) return this.#readAlias(node, depth);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return this.#text('', true, emptyAt, emptyAt);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#readScalar(node, emptyAt);
    const [start, rangeEnd] = this.#rangeOf(node, emptyAt);
    // The range of a block collection goes to the beginning of the next line.
    const end = start + this.#source.slice(start, rangeEnd).trimEnd().length;
    const items: readonly unknown[] = depth >= MAX_DEPTH ? [] : node.items;
    this.#open.add(node);
    const read: FrontMatterNode = isMap(node)
      ? {
          kind: 'map',
          entries: items.map((pair) => this.#readPair(pair as Pair, depth)),
          start: this.#base + start,
          end: this.#base + end,
        }
      : {
          kind: 'list',
          items: items.map((item) => this.#readItem(item, depth, end)),
          start: this.#base + start,
          end: this.#base + end,
        };
    this.#open.delete(node);
    return read;
  }

  /** A pair in a list is a map of one key, as in `[a: b]`. */
  #readItem(item: unknown, depth: number, emptyAt: number): FrontMatterNode {
    return this.read(item as ParsedNode | null, depth + 1, emptyAt);
  }

  #readPair(pair: Pair, depth: number): FrontMatterEntry {
    const key = pair.key as Node | null;
    const [start, end] = this.#rangeOf(key, 0);
    const name = isScalar(key) ? String(key.value) : this.#source.slice(start, end);
    return {
      key: name,
      start: this.#base + start,
      value: this.read(pair.value as Node | null, depth + 1, end),
    };
  }

  #readScalar(node: Scalar, emptyAt: number): TextNode {
    const [start, end] = this.#rangeOf(node, emptyAt);
    const written = this.#writtenStart(node, start);
    if (written < start) return this.#text(this.#source.slice(written, end).trim(), true, written, end);
    return this.#text(String(node.value ?? ''), node.type === 'PLAIN' || node.type === undefined, start, end);
  }

  /** Where the text begins that the author wrote: before an anchor or a tag that does nothing. */
  #writtenStart(node: Scalar, start: number): number {
    let written = start;
    if (node.anchor !== undefined && !this.#isReferred(node.anchor)) {
      written = this.#source.lastIndexOf(`&${node.anchor}`, start);
    }
    if (node.tag !== undefined && !YAML_TAG.test(node.tag)) {
      let at = this.#source.lastIndexOf('!', start);
      while (at > 0 && !/[\s,[{]/.test(this.#source[at - 1]!)) at--;
      written = Math.min(written, at);
    }
    return written < 0 ? start : written;
  }

  #isReferred(anchor: string): boolean {
    this.#referred ??= new Set(this.#source.match(/(?<=\*)[^\s,[\]{}]+/g));
    return this.#referred.has(anchor);
  }

  #readAlias(alias: Alias, depth: number): FrontMatterNode {
    const [start] = this.#rangeOf(alias, 0);
    const target = this.#anchors.get(alias.source);
    if (target === undefined) throw new ReadingStopped({ kind: 'syntax' });
    if (++this.#aliases > MAX_ALIASES)
      this.#stop('too-many-aliases', start, `There are more than ${MAX_ALIASES} aliases.`);
    if (this.#open.has(target))
      this.#stop('too-many-aliases', start, `The alias *${alias.source} stands inside of itself.`);
    return this.read(target, depth, start);
  }

  #stop(rule: LimitRule, at: number, message: string): never {
    throw new ReadingStopped({ kind: 'limit', rule, offset: this.#base + at, message });
  }

  #rangeOf(node: Node | null, emptyAt: number): readonly [number, number] {
    return node?.range ? [node.range[0], node.range[1]] : [emptyAt, emptyAt];
  }

  #text(text: string, plain: boolean, start: number, end: number): TextNode {
    return { kind: 'text', text, plain, start: this.#base + start, end: this.#base + end };
  }
}
