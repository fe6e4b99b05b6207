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

/** Stands for a line end in a tag or comment, which parts nothing. HTML has no use for this character. */
const SHIELD = '\0';

/**
 * Makes paragraphs of a body as WordPress's classic editor writes it, where a blank line parts paragraphs and a line end is
 * a line break. WordPress does this whenever it shows a post. Text in other blocks (lists, tables, `<pre>`) stays, tags and
 * comments too, and so does a tag at the end that is not finished: whatever is put into it might finish it.
 */
export function addParagraphs(html: string): string {
  const text = html.replaceAll('\r\n', '\n').replaceAll(SHIELD, '');
  const open: string[] = [];
  let written = '';
  /** What was read since the last block began or ended. */
  let run = '';
  let read = 0;
  const readTo = (end: number, isText = false): void => {
    const piece = text.slice(read, end);
    run += isText ? piece : piece.replaceAll('\n', SHIELD);
    read = Math.max(read, end);
  };
  const readMarkup = (): void => readTo(parser.endIndex + 1);
  const endRun = (): void => {
    written += (open.every((name) => FLOWS.has(name)) ? paragraphsOf(run) : run).replaceAll(SHIELD, '\n');
    run = '';
  };
  const copyTag = (): void => {
    written += text.slice(read, parser.endIndex + 1);
    read = Math.max(read, parser.endIndex + 1);
  };
  const parser = new Parser({
    ontext() {
      readTo(parser.startIndex);
      readTo(parser.endIndex + 1, true);
    },
    oncomment: readMarkup,
    onprocessinginstruction: readMarkup,
    onopentagname(name) {
      if (!BLOCKS.has(name)) return;
      readTo(parser.startIndex);
      endRun();
      open.push(name);
    },
    onopentag(name) {
      if (BLOCKS.has(name)) copyTag();
      else readMarkup();
    },
    onclosetag(name, isImplied) {
      if (!BLOCKS.has(name)) {
        if (!isImplied) readMarkup();
        return;
      }
      // An end that is implied has no text of its own.
      if (!isImplied) readTo(parser.startIndex);
      endRun();
      const index = open.lastIndexOf(name);
      if (index >= 0) open.splice(index);
      if (!isImplied) copyTag();
    },
  });
  parser.write(text);
  parser.end();
  endRun();
  return (written + text.slice(read)).trim();
}

function paragraphsOf(run: string): string {
  const paragraphs = run.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const shown = paragraphs.filter((paragraph) => paragraph !== '');
  if (shown.length === 0) return run === '' ? '' : '\n';
  return `\n${shown.map((paragraph) => `<p>${paragraph.replace(/(?<!<br ?\/?>)\n/g, '<br>\n')}</p>`).join('\n')}\n`;
}
