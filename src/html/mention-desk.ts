import type { ProjectPolicy } from '../content/site-config.ts';
import type { ProjectMention } from './cleaned-body.ts';
import { clipText } from './clip-text.ts';
import { inlineText, type OutputElement, type OutputNode, type ProjectMark } from './output-tree.ts';
import type { ProjectJudge } from './project-judge.ts';
import { EXTERNAL_REL } from './read-link.ts';

/** Decides the project-links of one body, paragraph by paragraph, and remembers the mentions that are kept. */
export interface MentionDesk {
  /** Decides every project-link in the content of a paragraph. */
  readonly settle: (content: readonly OutputNode[]) => void;
  /** Makes text of every project-link: in headings, a link would be read as the heading's own. */
  readonly dismiss: (content: readonly OutputNode[]) => void;
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
}

export function createMentionDesk(options: {
  readonly judge: ProjectJudge;
  readonly links: ProjectPolicy['links'];
  /** `/projects/` with the site's base path. */
  readonly projectsPath: string;
}): MentionDesk {
  const mentions = new Map<string, ProjectMention>();
  let linkedInSection = new Set<string>();

  function settleOccurrence(occurrence: Occurrence, text: string): void {
    const { element, mark } = occurrence;
    element.attributes = {};
    if (!isKept(occurrence, text, options.judge)) return;
    const mention = mentions.get(mark.id) ?? mentionOf(occurrence, text);
    mentions.set(mark.id, mention);
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
    mentions: () => [...mentions.values()],
  };
}

function findOccurrences(content: readonly OutputNode[]): readonly Occurrence[] {
  const found: Occurrence[] = [];
  let length = 0;
  const visit = (nodes: readonly OutputNode[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string') length += node.length;
      else if (node.name === 'br') length += 1;
      else if (node.name !== 'rp') {
        const start = length;
        visit(node.children);
        if (node.project !== undefined) found.push({ element: node, mark: node.project, start, end: length });
      }
    }
  };
  visit(content);
  return found;
}

function isKept({ mark, start, end }: Occurrence, text: string, judge: ProjectJudge): boolean {
  const own = text.slice(start, end);
  if (own.trim() === '') return false;
  if (mark.verdict === 'settled') return true;
  return judge({
    before: Array.from(text.slice(Math.max(0, start - EVIDENCE * 2), start))
      .slice(-EVIDENCE)
      .join(''),
    text: own,
    after: Array.from(text.slice(end, end + EVIDENCE * 2))
      .slice(0, EVIDENCE)
      .join(''),
    id: mark.id,
    name: mark.name,
    href: mark.href ?? '',
    type: mark.type,
  }).keep;
}

function mentionOf({ mark, start, end }: Occurrence, text: string): ProjectMention {
  const own = text.slice(start, end).trim();
  return {
    id: mark.id,
    name: mark.name || own,
    text: own,
    ...(mark.href === undefined ? {} : { href: mark.href }),
    ...(mark.logo === undefined ? {} : { logo: mark.logo }),
    sentence: sentenceAround(text, start, end),
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
