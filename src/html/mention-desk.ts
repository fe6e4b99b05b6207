import type { ProjectPolicy } from '../content/site-config.ts';
import type { ProjectMention } from './cleaned-body.ts';
import { clipText } from './clip-text.ts';
import { inlineText, type OutputElement, type OutputNode, type ProjectMark } from './output-tree.ts';
import type { NameExtension, ProjectJudge, ProjectOccurrence, ProjectVerdict } from './project-occurrence.ts';
import { EXTERNAL_REL } from './read-link.ts';

/** Decides the project-links of one body, paragraph by paragraph, and remembers the mentions that are kept. */
export interface MentionDesk {
  /** Decides every project-link in the content of a paragraph. */
  readonly settle: (content: OutputNode[]) => void;
  /** Makes text of every project-link: in headings, a link would be read as the heading's own. */
  readonly dismiss: (content: OutputNode[]) => void;
  /** From here on, a project that was linked before may be linked again. */
  readonly beginSection: () => void;
  /** One a project, in order of first mention. */
  readonly mentions: () => readonly ProjectMention[];
}

/** How much of the paragraph a judge sees on each side, in code points. */
const EVIDENCE = 40;
const LONGEST_SENTENCE = 120;

interface Occurrence {
  readonly element: OutputElement;
  readonly mark: ProjectMark;
  /** Offsets in the paragraph's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** What the element is in, and where. */
  readonly siblings: OutputNode[];
  readonly index: number;
}

/** A mention while the body is read, and the names that came after the first. */
interface GrowingMention {
  readonly first: ProjectMention;
  readonly texts: string[];
}

/** Projects that one body can name: each has a page, and a stranger must not make thousands. The others are text. */
const MOST_PROJECTS = 200;
/** Other names of one project that a mention holds: a body of nothing but names is none of an author's. */
const MOST_TEXTS = 8;

export function createMentionDesk(options: {
  readonly judge: ProjectJudge;
  /** What the body has in quotation marks; asked for when there is a link to judge. */
  readonly quotedNames: () => ReadonlySet<string>;
  /** Where in the file an author wrote the link to a project. */
  readonly locate: (id: string) => NonNullable<ProjectMention['written']>;
  readonly links: ProjectPolicy['links'];
  /** `/projects/` with the site's base path. */
  readonly projectsPath: string;
}): MentionDesk {
  const mentions = new Map<string, GrowingMention>();
  let linkedInSection = new Set<string>();

  function judgeOccurrence(occurrence: Occurrence, text: string): ProjectVerdict {
    const { mark, start, end } = occurrence;
    if (text.slice(start, end).trim() === '') return { keep: false, reason: 'everyday-word' };
    if (mark.verdict === 'settled') return { keep: true, reason: 'listed' };
    return options.judge(describeOccurrence(occurrence, text, options.quotedNames));
  }

  function enterMention({ mark }: Occurrence, name: Span, text: string): void {
    const known = mentions.get(mark.id);
    if (known === undefined) {
      const mention = mentionOf(mark, name, text);
      const isWritten = mark.verdict === 'settled';
      const first = isWritten ? { ...mention, written: options.locate(mark.id) } : mention;
      mentions.set(mark.id, { first, texts: [] });
      return;
    }
    const { first, texts } = known;
    const own = text.slice(name.start, name.end).trim();
    const isNew = own !== first.text && own !== first.name && !texts.includes(own);
    if (isNew && texts.length < MOST_TEXTS) texts.push(own);
  }

  function settleOccurrence(occurrence: Occurrence, text: string): void {
    const { element, mark, start, end } = occurrence;
    element.attributes = {};
    const { keep, extension } = judgeOccurrence(occurrence, text);
    if (!keep || (mentions.size >= MOST_PROJECTS && !mentions.has(mark.id))) return;
    const isExtended = extension !== undefined && extendElement(occurrence, extension);
    const name = isExtended
      ? { start: start - extension.before, end: end + extension.after }
      : { start, end };
    enterMention(occurrence, name, text);
    if (linkedInSection.has(mark.id)) return;
    if (options.links === 'internal') {
      element.attributes = { href: `${options.projectsPath}${mark.id}/`, class: 'project' };
    } else if (options.links === 'external' && mark.href !== undefined) {
      element.attributes = { href: mark.href, rel: EXTERNAL_REL };
    } else {
      return;
    }
    linkedInSection.add(mark.id);
  }

  return {
    settle(content) {
      const text = inlineText(content);
      for (const occurrence of findOccurrences(content)) settleOccurrence(occurrence, text);
    },
    dismiss(content) {
      for (const { element } of findOccurrences(content)) element.attributes = {};
    },
    beginSection() {
      linkedInSection = new Set();
    },
    mentions: () =>
      Array.from(mentions.values(), ({ first, texts }) => (texts.length === 0 ? first : { ...first, texts })),
  };
}

function findOccurrences(content: OutputNode[]): readonly Occurrence[] {
  const found: Occurrence[] = [];
  let length = 0;
  const visit = (siblings: OutputNode[]): void => {
    for (let index = 0; index < siblings.length; index++) {
      const node = siblings[index]!;
      if (typeof node === 'string') length += node.length;
      else if (node.name === 'br') length += 1;
      else if (node.name !== 'rp') {
        const start = length;
        visit(node.children);
        if (node.project !== undefined)
          found.push({ element: node, mark: node.project, start, end: length, siblings, index });
      }
    }
  };
  visit(content);
  return found;
}

function describeOccurrence(
  { mark, start, end }: Occurrence,
  text: string,
  quotedNames: () => ReadonlySet<string>,
): ProjectOccurrence {
  return {
    before: evidenceBefore(text, start),
    text: text.slice(start, end),
    after: evidenceAfter(text, end),
    id: mark.id,
    name: mark.name,
    href: mark.href ?? '',
    type: mark.type,
    // Few verdicts ask for them, and they take a pass over the body.
    get quoted() {
      return quotedNames();
    },
  };
}

const SURROGATE = /[\ud800-\udfff]/;

function evidenceBefore(text: string, start: number): string {
  const near = text.slice(Math.max(0, start - EVIDENCE), start);
  if (!SURROGATE.test(near)) return near;
  return Array.from(text.slice(Math.max(0, start - EVIDENCE * 2), start))
    .slice(-EVIDENCE)
    .join('');
}

function evidenceAfter(text: string, end: number): string {
  const near = text.slice(end, end + EVIDENCE);
  if (!SURROGATE.test(near)) return near;
  return Array.from(text.slice(end, end + EVIDENCE * 2))
    .slice(0, EVIDENCE)
    .join('');
}

/**
 * Takes the rest of a name into its link. The paragraph's text stays the same, so other occurrences stay where they are.
 *
 * @returns Whether it could: the rest may be in an element of its own.
 */
function extendElement({ element, siblings, index }: Occurrence, extension: NameExtension): boolean {
  const previous = siblings[index - 1] ?? '';
  const next = siblings[index + 1] ?? '';
  const { before, after } = extension;
  if (before > 0 && (typeof previous !== 'string' || previous.length < before)) return false;
  if (after > 0 && (typeof next !== 'string' || next.length < after)) return false;
  if (before > 0 && typeof previous === 'string') {
    siblings[index - 1] = previous.slice(0, -before);
    element.children.unshift(previous.slice(-before));
  }
  if (after > 0 && typeof next === 'string') {
    siblings[index + 1] = next.slice(after);
    element.children.push(next.slice(0, after));
  }
  return true;
}

/** Offsets in the paragraph's text, in UTF-16 code units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function mentionOf(mark: ProjectMark, { start, end }: Span, text: string): ProjectMention {
  const own = text.slice(start, end).trim();
  const { id, href, logo } = mark;
  const name = mark.name || own;
  const sentence = sentenceAround(text, start, end);
  // Most have both.
  if (href !== undefined && logo !== undefined) return { id, name, text: own, href, logo, sentence };
  return {
    id,
    name,
    text: own,
    ...(href === undefined ? {} : { href }),
    ...(logo === undefined ? {} : { logo }),
    sentence,
  };
}

const SENTENCE_ENDS = '。！？!?；;\n';
/** Closing marks that belong to the sentence that ends before them. */
const CLOSING = '”’」』）)"';
/** How far a sentence is looked for on each side, in UTF-16 code units. */
const REACH = LONGEST_SENTENCE * 2;

/** The sentence in which a mention stands; of a long one, the part around the mention. */
function sentenceAround(text: string, start: number, end: number): string {
  const from = sentenceStart(text, start);
  const to = sentenceEnd(text, end);
  const isLong = to - from > LONGEST_SENTENCE && start - from > LONGEST_SENTENCE / 2;
  const begin = isLong ? start - LONGEST_SENTENCE / 2 : from;
  const sentence = text
    .slice(begin, to)
    .replace(/^\p{Cs}|\p{Cs}$/gu, '')
    .trim();
  return clipText(isLong ? `…${sentence}` : sentence, LONGEST_SENTENCE);
}

function sentenceStart(text: string, mention: number): number {
  const farthest = Math.max(0, mention - REACH);
  let start = mention;
  while (start > farthest && !endsSentence(text, start - 1)) start--;
  while (start < mention && CLOSING.includes(text[start]!)) start++;
  return start;
}

function sentenceEnd(text: string, mention: number): number {
  const farthest = Math.min(text.length, mention + REACH);
  let end = mention;
  while (end < farthest && !endsSentence(text, end)) end++;
  if (end < text.length) end++;
  return end < text.length && CLOSING.includes(text[end]!) ? end + 1 : end;
}

/** A full stop ends a sentence only before a space: it also stands in names and numbers. */
function endsSentence(text: string, index: number): boolean {
  const character = text[index]!;
  return SENTENCE_ENDS.includes(character) || (character === '.' && /\s/.test(text[index + 1] ?? ''));
}
