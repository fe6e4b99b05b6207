import type { ProjectPolicy } from '../content/site-config.ts';
import type { ProjectMention } from './cleaned-body.ts';
import { clipText } from './clip-text.ts';
import { inlineText, type OutputElement, type OutputNode, type ProjectMark } from './output-tree.ts';
import type { ProjectJudge } from './project-judge.ts';

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
      element.attributes = { href: mark.href, rel: 'noopener nofollow' };
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

const SENTENCE_END = /[。！？!?；;\n]|\.(?=\s)/g;

/** The sentence in which a mention stands; of a long one, the part around the mention. */
function sentenceAround(text: string, start: number, end: number): string {
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length;
    if (after <= start) from = after;
    else if (match.index >= end) {
      to = after;
      break;
    }
  }
  // Closing quotes after a full stop end the sentence before, not this one.
  while (from < start && '”’」』）)"'.includes(text[from]!)) from++;
  if (to < text.length && '”’」』）)'.includes(text[to]!)) to++;
  const lead = start - from;
  const begin =
    lead > LONGEST_SENTENCE / 2 && to - from > LONGEST_SENTENCE ? start - LONGEST_SENTENCE / 2 : from;
  const sentence = text
    .slice(begin, to)
    .replace(/^\p{Cs}/u, '')
    .trim();
  return clipText(begin > from ? `…${sentence}` : sentence, LONGEST_SENTENCE);
}
