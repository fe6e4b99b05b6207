import { Parser } from 'htmlparser2';

/** Elements that stand beside paragraphs, not in them. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption col colgroup dd details div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hr html legend li main map menu nav ol p pre script section style summary table tbody td tfoot th
   thead tr ul`.split(/\s+/),
);

/** Blocks in which text is parted into paragraphs. */
const FLOWS: ReadonlySet<string> = new Set(
  'article aside blockquote body div footer header html main section'.split(' '),
);

/**
 * Makes paragraphs of a body as WordPress's classic editor writes it, where a blank line parts paragraphs and a line end is
 * a line break. WordPress does this whenever it shows a post; text in other blocks (lists, tables, `<pre>`) stays.
 */
export function addParagraphs(html: string): string {
  const text = html.replaceAll('\r\n', '\n');
  const open: string[] = [];
  let written = '';
  /** Where text began that is not yet written. */
  let from = 0;
  const flush = (to: number): void => {
    const run = text.slice(from, to);
    written += open.every((name) => FLOWS.has(name)) ? paragraphsOf(run) : run;
    from = to;
  };
  const parser = new Parser({
    onopentagname(name) {
      if (!BLOCKS.has(name)) return;
      flush(parser.startIndex);
      open.push(name);
    },
    onopentag(name) {
      if (BLOCKS.has(name)) copyTag();
    },
    onclosetag(name, isImplied) {
      if (!BLOCKS.has(name)) return;
      // An end that is implied has no text of its own: it comes where the next tag begins, or the text ends.
      flush(Math.max(from, Math.min(parser.startIndex, text.length)));
      const index = open.lastIndexOf(name);
      if (index >= 0) open.splice(index);
      if (!isImplied) copyTag();
    },
  });
  /** The tag that the parser is at, as it stands. */
  function copyTag(): void {
    if (parser.startIndex !== from || text[from] !== '<') return;
    written += text.slice(from, parser.endIndex + 1);
    from = parser.endIndex + 1;
  }
  parser.write(text);
  parser.end();
  flush(text.length);
  return written.trim();
}

function paragraphsOf(run: string): string {
  const paragraphs = run.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const shown = paragraphs.filter((paragraph) => paragraph !== '');
  if (shown.length === 0) return run === '' ? '' : '\n';
  return `\n${shown.map((paragraph) => `<p>${paragraph.replace(/(?<!<br ?\/?>)\n/g, '<br>\n')}</p>`).join('\n')}\n`;
}
