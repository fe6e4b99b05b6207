import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';

/**
 * Markdown as CommonMark and GitHub read it: tables, fenced code, strikethrough, autolinks, footnotes. HTML in it passes
 * through, since all of it is cleaned afterwards. Nothing in it is a template: braces are text.
 */
const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false, breaks: false });
// Bare `example.com` and `name@example.com` are as often file names and handles as they are addresses.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
// Every address is judged by the cleaning policy. markdown-it's own check would leave `[text](javascript:…)` as it is
// written, brackets and all, and refuse `project:` links.
markdown.validateLink = () => true;
markdown.use(footnote);

/** Renders Markdown to HTML. The HTML is as hostile as the Markdown, until it is cleaned. */
export function renderMarkdown(source: string): string {
  return markdown.render(source);
}
