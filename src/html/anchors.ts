import { ANCHOR_ID_PREFIX, HEADING_ID_PREFIX } from './output-policy.ts';
import type { OutputAttributes, OutputElement, OutputNode } from './output-tree.ts';

/**
 * Links inside of a body and what they point to. A source's `id` or `name` is kept only where a link of the same body
 * points to it, and then with a prefix; it moves to the block whose text follows it. A link that points to nothing
 * becomes text.
 */
export interface Anchors {
  /** Notes an `id` or `name` of the source: the next element that is claimed takes it. */
  readonly note: (id: string) => void;
  /** Gives an element the ids that wait. */
  readonly claim: (element: OutputElement) => void;
  /**
   * Keeps the ids that wait from what is read next.
   *
   * @returns Gives them to an element; without one they wait again.
   */
  readonly reserve: () => (element: OutputElement | undefined) => void;
  /** Takes them back from an element that turned out to be empty: they wait again. */
  readonly release: (element: OutputElement) => void;
  /** Attributes of links to `id`, one object for all of them; `href` is set, or removed, when all is known. */
  readonly linkTo: (id: string, attributes: OutputAttributes) => void;
  /**
   * Sets ids and links. Elements that have an id by then keep it.
   *
   * @param blocks - What is published: a link or target that is not in it does not count.
   * @param headings - Ids of headings. A link may point to one by its text, as Markdown authors do: `#要点` to `h-要点`.
   */
  readonly settle: (blocks: readonly OutputElement[], headings: ReadonlySet<string>) => void;
}

/** @param wanted - The ids that links of the body point to. */
export function createAnchors(wanted: ReadonlySet<string>): Anchors {
  const targets = new Map<string, OutputElement>();
  const links: { readonly id: string; readonly attributes: OutputAttributes }[] = [];
  let waiting = new Set<string>();

  return {
    note(id) {
      if (wanted.has(id) && !targets.has(id)) waiting.add(id);
    },
    claim(element) {
      if (waiting.size === 0) return;
      for (const id of waiting) targets.set(id, element);
      waiting = new Set();
    },
    reserve() {
      const reserved = waiting;
      waiting = new Set();
      return (element) => {
        if (element === undefined) waiting = new Set([...reserved, ...waiting]);
        else for (const id of reserved) targets.set(id, element);
      };
    },
    release(element) {
      const ids = [...targets].flatMap(([id, target]) => (target === element ? [id] : []));
      for (const id of ids) targets.delete(id);
      waiting = new Set([...ids, ...waiting]);
    },
    linkTo(id, attributes) {
      links.push({ id, attributes });
    },
    settle(blocks, headings) {
      if (links.length === 0) return;
      const published = publishedParts(blocks);
      const linked = new Set(links.filter(({ attributes }) => published.has(attributes)).map(({ id }) => id));
      const used: UsedNames = new Map();
      for (const [id, element] of targets) {
        if (!published.has(element)) targets.delete(id);
        else if (linked.has(id)) element.attributes.id ??= uniqueName(anchorId(id), used);
      }
      for (const { id, attributes } of links) {
        const target = targets.get(id)?.attributes.id ?? headingTarget(id, headings);
        if (target === undefined) delete attributes.href;
        else attributes.href = `#${encodeURIComponent(target)}`;
      }
    },
  };
}

/** An id with our prefix, of letters, digits, `.`, `_` and `-` only. What has the prefix keeps it, so that cleaning twice changes nothing. */
function anchorId(raw: string): string {
  const bare = raw.startsWith(ANCHOR_ID_PREFIX) ? raw.slice(ANCHOR_ID_PREFIX.length) : raw;
  const safe = bare
    .slice(0, 64)
    .replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-')
    .replace(/\p{Cs}/gu, '');
  return ANCHOR_ID_PREFIX + safe;
}

/** All elements of a body, and the attributes of its links. */
function publishedParts(blocks: readonly OutputElement[]): ReadonlySet<OutputElement | OutputAttributes> {
  const parts = new Set<OutputElement | OutputAttributes>();
  const visit = (nodes: readonly OutputNode[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      parts.add(node);
      if (node.name === 'a') parts.add(node.attributes);
      visit(node.children);
    }
  };
  visit(blocks);
  return parts;
}

/** The heading that a link means by its id, or by its text. */
function headingTarget(id: string, headings: ReadonlySet<string>): string | undefined {
  return [id, headingId(id)].find((name) => headings.has(name));
}

/** An id that says what the heading says: its letters and digits, in lower case, at most 48 code units. */
export function headingId(text: string): string {
  const slug = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48)
    .replace(/\p{Cs}|-$/gu, '');
  return HEADING_ID_PREFIX + (slug || 'section');
}

/** Names given so far, each with the number that its next namesake tries first. */
export type UsedNames = Map<string, number>;

/** The name itself, or with the first free number after it. Adds it to `used`. */
export function uniqueName(name: string, used: UsedNames): string {
  let unique = name;
  let number = used.get(name) ?? 1;
  while (used.has(unique)) unique = `${name}-${++number}`;
  used.set(unique, 1);
  if (unique !== name) used.set(name, number);
  return unique;
}
