import { Parser } from 'htmlparser2';

/** Elements whose content is not text. */
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'title']);

/** Elements that do not part words. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);

/** The text that a reader of some HTML would read, references resolved, a space between blocks. */
export function plainTextOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html;
  let text = '';
  let silent = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT.has(name)) silent++;
      else if (!INLINE.has(name)) text += ' ';
    },
    ontext(data) {
      if (silent === 0) text += data;
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--;
      else if (!INLINE.has(name)) text += ' ';
    },
  });
  parser.write(html);
  parser.end();
  return text.replace(/\s+/g, ' ').trim();
}

/** A title as text: only what marks up words is taken off, since `<script>` in a title is more likely what it is about. */
export function withoutInlineTags(html: string): string {
  return html.replace(INLINE_TAG, '');
}

const INLINE_TAG = new RegExp(`</?(?:${[...INLINE, 'br', 'img'].join('|')})(?:\\s[^<>]*)?/?>`, 'gi');

/** Text as it stands in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
