import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import type { RefusalRule } from './body-rules.ts';

/**
 * Markdown as CommonMark and GitHub read it: tables, fenced code, strikethrough, autolinks, footnotes. HTML in it passes
 * through, since all of it is cleaned afterwards. Nothing in it is a template: braces are text.
 */
function createMarkdown() {
  const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false, breaks: false });
  // Bare `example.com` and `name@example.com` are as often file names and handles as they are addresses.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // Every address is judged by the cleaning policy. markdown-it's own check would leave `[text](javascript:…)` as it is
  // written, brackets and all, and refuse `project:` links.
  markdown.validateLink = () => true;
  return markdown.use(footnote);
}

const markdown = createMarkdown();
/** Does not make one text of what was escaped and what was not: so it can be found in the source. */
const literal = createMarkdown();
literal.core.ruler.disable('text_join');

/** Renders Markdown to HTML. The HTML is as hostile as the Markdown, until it is cleaned. */
export function renderMarkdown(source: string): string {
  return markdown.render(source);
}

/** A part of Markdown, as markdown-it tells them apart. */
export type MarkdownToken = ReturnType<typeof markdown.parse>[number];

/** The same Markdown as what it is made of, for those who have to know where it stands: escaped signs are `text_special`. */
export function parseMarkdown(source: string): readonly MarkdownToken[] {
  return literal.parse(source, {});
}

/** A book of a thousand pages. Some constructs take markdown-it microseconds a character, and none may take ten seconds. */
const LONGEST_MARKDOWN = 1_000_000;
/** The footnote plug-in copies all tokens once a footnote. */
const MOST_FOOTNOTE_MARKS = 8000;

export type MarkdownFault = Extract<RefusalRule, `markdown-${string}`>;

/** What keeps a source from being rendered in bounded time; undefined for every source that a person could have written. */
export function findMarkdownFault(source: string): MarkdownFault | undefined {
  if (source.length > LONGEST_MARKDOWN) return 'markdown-too-long';
  let marks = 0;
  for (let at = source.indexOf('[^'); at !== -1; at = source.indexOf('[^', at + 2)) marks++;
  return marks > MOST_FOOTNOTE_MARKS ? 'markdown-too-many-footnotes' : undefined;
}
