import type { SourceConfig } from '../content/site-config.ts';
import { isHostWithin } from '../content/source-rules.ts';
import { ELEMENT_ROLES, type ElementRole } from './element-roles.ts';
import type { SourceElement, SourceNode } from './parse-body.ts';
import { attributeOf, isElement } from './reading.ts';

/** What `site.yaml` takes out of the bodies of a source. */
export interface DenyRules {
  /** A tree without what the rules name. The tree that is given may be changed. */
  readonly dropFrom: (nodes: readonly SourceNode[]) => readonly SourceNode[];
  /** @param src - A picture's address: absolute or site-relative. */
  readonly deniesImage: (src: string) => boolean;
}

/** @returns undefined where the sources have no rules about bodies. */
export function createDenyRules(sources: readonly SourceConfig[]): DenyRules | undefined {
  const selectors = sources.flatMap(({ drop = [] }) => drop.map(readSelector));
  const texts = sources.flatMap(({ dropText = [] }) => dropText.map(readGlob));
  const hosts = sources.flatMap(({ dropImages = [] }) => dropImages);
  if (selectors.length + texts.length + hosts.length === 0) return undefined;

  const isDenied = (element: SourceElement): boolean =>
    selectors.some((selects) => selects(element)) || (texts.length > 0 && isDeniedText(element, texts));
  const dropFrom = (nodes: readonly SourceNode[]): SourceNode[] => {
    const kept = nodes.filter((node) => !isElement(node) || !isDenied(node));
    for (const node of kept) if (isElement(node)) node.childNodes = dropFrom(node.childNodes);
    return kept;
  };
  return {
    dropFrom,
    deniesImage: (src) =>
      hosts.length > 0 &&
      URL.canParse(src) &&
      hosts.some((host) => isHostWithin(new URL(src).hostname, host)),
  };
}

type Selects = (element: SourceElement) => boolean;

/** `aside`, `.share`, `#related`, `div.box.ad`: all that it names must hold. */
function readSelector(selector: string): Selects {
  const tag = /^[a-z][a-z\d-]*/i.exec(selector)?.[0].toLowerCase();
  const marks = selector.slice(tag?.length ?? 0).match(/[.#][^.#]+/gu) ?? [];
  return (element) =>
    (tag === undefined || element.tagName === tag) &&
    marks.every((mark) =>
      mark.startsWith('#')
        ? attributeOf(element, 'id') === mark.slice(1)
        : (attributeOf(element, 'class') ?? '').split(/\s+/).includes(mark.slice(1)),
    );
}

const BLOCKS: ReadonlySet<ElementRole | undefined> = new Set<ElementRole>([
  'block',
  'paragraph',
  'heading',
  'list',
  'item',
  'definitions',
  'term',
  'description',
  'quote',
  'section',
  'figure',
  'figcaption',
  'table',
  'preformatted',
]);

function isDeniedText(element: SourceElement, globs: readonly ((text: string) => boolean)[]): boolean {
  if (!isBlock(element) || holdsBlock(element)) return false;
  const text = textOf(element).replace(/\s+/g, ' ').trim();
  return text !== '' && globs.some((matches) => matches(text));
}

function isBlock({ tagName }: SourceElement): boolean {
  return BLOCKS.has(ELEMENT_ROLES.get(tagName));
}

/** A box around the whole article begins as its first paragraph does: only what holds no other block is a block of text. */
function holdsBlock({ childNodes }: SourceElement): boolean {
  return childNodes.some((child) => isElement(child) && (isBlock(child) || holdsBlock(child)));
}

function textOf({ childNodes }: SourceElement): string {
  return childNodes
    .map((child) => (isElement(child) ? textOf(child) : 'value' in child ? child.value : ''))
    .join('');
}

/** A text with `*` for anything: the pieces are looked for one behind the other, so that no text takes long. */
function readGlob(glob: string): (text: string) => boolean {
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop();
  return (text) => {
    if (last === undefined) return text === first;
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const piece of rest) {
      const found = text.indexOf(piece, at);
      if (found === -1) return false;
      at = found + piece.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}
