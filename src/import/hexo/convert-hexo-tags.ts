import { escapeHtml } from '../plain-text-of-html.ts';

/** What tags refer to. */
export interface HexoTagContext {
  /** Address of another post by what `post_link` calls it: its slug or the name of its file; undefined: none. */
  readonly findPost: (name: string) => { readonly url: string; readonly title: string } | undefined;
}

export interface ConvertedTags {
  readonly body: string;
  /** Tags that are left as they are: plugins' and themes' own. */
  readonly unknown: readonly { readonly name: string; readonly offset: number }[];
}

/** `{% name arguments %}`; the name of an ending tag begins with `end`. */
const TAG = /\{%-?\s*(\w+)([^%]*(?:%(?!\})[^%]*)*?)-?%\}/g;

/** Fenced code, and code in a line: there, a tag is text. */
const CODE =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)/gm;

/** Tags with an end, and what they and their content become. */
const BLOCKS: Readonly<
  Record<string, (words: readonly string[], content: string, context: HexoTagContext) => string>
> = Object.freeze({
  raw: (_: readonly string[], content: string) => content,
  codeblock: codeBlock,
  code: codeBlock,
  blockquote: quote,
  quote,
  pullquote: (_: readonly string[], content: string) => quote([], content),
});

/** Tags without an end. undefined: they say nothing that can be shown. */
const SINGLES: Readonly<
  Record<string, (words: readonly string[], context: HexoTagContext) => string | undefined>
> = Object.freeze({
  img: (words: readonly string[]) => image(words, isAddress),
  asset_img: (words: readonly string[]) => image(words, (word) => /\.\w{2,5}$/.test(word)),
  asset_path: ([file]: readonly string[]) => file,
  asset_link: ([file = '', ...title]: readonly string[]) => link(file, title.join(' ') || file),
  link: linkTag,
  post_link: ([name = '', ...title]: readonly string[], { findPost }: HexoTagContext) => {
    const post = findPost(name);
    const text = title.filter((word) => word !== 'true' && word !== 'false').join(' ');
    return post === undefined ? undefined : link(post.url, text || post.title);
  },
  post_path: ([name = '']: readonly string[], { findPost }: HexoTagContext) => findPost(name)?.url,
  youtube: ([id = '']: readonly string[]) => frame(`https://www.youtube.com/embed/${encodeURIComponent(id)}`),
  vimeo: ([id = '']: readonly string[]) => frame(`https://player.vimeo.com/video/${encodeURIComponent(id)}`),
  iframe: ([url = '']: readonly string[]) => (isAddress(url) ? frame(url) : undefined),
  gist: ([id = '']: readonly string[]) => link(`https://gist.github.com/${id}`, `gist ${id}`),
});

/**
 * Turns Hexo's own tags (`{% asset_img a.png %}`) into Markdown and HTML. To Broadsheet no body is a template: what is not
 * turned is shown as it stands.
 *
 * @see https://hexo.io/docs/tag-plugins
 */
export function convertHexoTags(body: string, context: HexoTagContext): ConvertedTags {
  const code = [...body.matchAll(CODE)].map(({ index, 0: text }) => [index, index + text.length] as const);
  const tags = [...body.matchAll(TAG)].filter(({ index }) => !isWithin(index, code));
  const unknown: { name: string; offset: number }[] = [];
  let converted = '';
  let at = 0;
  for (const tag of tags) {
    if (tag.index < at) continue;
    const [whole, name = '', rest = ''] = tag;
    const end = findEnd(tags, tag, name);
    const start = tag.index + whole.length;
    const block = end === undefined || !Object.hasOwn(BLOCKS, name) ? undefined : BLOCKS[name]!;
    const words = splitWords(rest);
    const text =
      block !== undefined
        ? block(words, body.slice(start, end!.index), context)
        : Object.hasOwn(SINGLES, name)
          ? SINGLES[name]!(words, context)
          : undefined;
    if (text === undefined) {
      if (!name.startsWith('end')) unknown.push({ name, offset: tag.index });
      continue;
    }
    converted += body.slice(at, tag.index) + text;
    at = block === undefined ? start : end!.index + end![0].length;
  }
  return { body: converted + body.slice(at), unknown };
}

function isWithin(offset: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([start, end]) => offset >= start && offset < end);
}

function findEnd(
  tags: readonly RegExpExecArray[],
  tag: RegExpExecArray,
  name: string,
): RegExpExecArray | undefined {
  return tags.find((other) => other.index > tag.index && other[1] === `end${name}`);
}

/** Words, those in quotes whole. */
function splitWords(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

function isAddress(word: string): boolean {
  return /^(?:https?:)?\/\/|^\.{0,2}\/|\.\w{2,5}$/i.test(word);
}

/** `[class names] address [width] [height] [title [alt]]` */
function image(words: readonly string[], isSource: (word: string) => boolean): string | undefined {
  const index = words.findIndex(isSource);
  const source = words[index];
  if (source === undefined) return undefined;
  const rest = words.slice(index + 1);
  const isSize = (word: string | undefined) => word !== undefined && /^\d+$/.test(word);
  const sizes = isSize(rest[0]) ? (isSize(rest[1]) ? rest.slice(0, 2) : rest.slice(0, 1)) : [];
  const [title = '', alt = title] = rest.slice(sizes.length).flatMap(innerWords);
  const [width, height] = sizes;
  const attributes = { src: source, width, height, title: title || undefined, alt };
  const spelled = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}="${escapeHtml(value)}"`],
  );
  return `<img ${spelled.join(' ')}>`;
}

/** Title and alternative text may stand in quotes inside of quotes: `"'title' 'alt'"`. */
function innerWords(word: string): readonly string[] {
  return /^['"]/.test(word) ? splitWords(word) : [word];
}

/** `text… address [external] [title]` */
function linkTag(words: readonly string[]): string | undefined {
  const index = words.findIndex((word, position) => position > 0 && /^(?:https?:)?\/\/|^\//.test(word));
  return index < 0 ? undefined : link(words[index]!, words.slice(0, index).join(' '));
}

function link(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

function frame(url: string): string {
  return `\n<iframe src="${escapeHtml(url)}"></iframe>\n`;
}

/** `[author[, source]] [link]`, and a Markdown quotation. */
function quote(words: readonly string[], content: string): string {
  const quoted = content
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd());
  const address = words.find((word) => /^https?:\/\//.test(word));
  const author = words.filter((word) => word !== address).join(' ');
  const credit = address === undefined ? escapeHtml(author) : link(address, author || address);
  return `\n${[...quoted, ...(credit === '' ? [] : ['>', `> — ${credit}`])].join('\n')}\n`;
}

/** `[title] [lang:language] [url] [link text] [option:value]` */
function codeBlock(words: readonly string[], content: string): string {
  const language =
    words.map((word) => /^lang:(.+)$/.exec(word)?.[1]).find((found) => found !== undefined) ?? '';
  const fence = '`'.repeat(Math.max(3, ...(content.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `\n${fence}${language}\n${content.replace(/^\n|\n\s*$/g, '')}\n${fence}\n`;
}
