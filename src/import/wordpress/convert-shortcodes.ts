import { escapeHtml } from '../plain-text-of-html.ts';

/** Pictures that a gallery may show. */
export interface GalleryContext {
  /** Addresses by the ids of attachments. */
  readonly attachments: ReadonlyMap<string, string>;
  /** Ids of the attachments of the post itself. */
  readonly own: readonly string[];
}

export interface ConvertedShortcodes {
  readonly html: string;
  /** Names of shortcodes that are left as they stand: plugins' own. */
  readonly unknown: readonly string[];
}

type Attributes = Readonly<Record<string, string>>;

/** WordPress's own shortcodes, those with content first. */
const PAIRED =
  /(?<!\[)\[(caption|wp_caption|embed|audio|video|playlist|gallery)(\s[^\]]*)?\]([\s\S]*?)\[\/\1\](?!\])/g;
const SINGLE = /(?<!\[)\[(gallery|audio|video|youtube|vimeo)((?:\s|=)[^\]]*)?\/?\](?!\])/g;

/** What looks like a shortcode of a plugin: it has an end, or values. */
const OTHER = /(?<!\[)\[([a-z][\w-]{2,})(?:\s+[\w-]+=[^\]]*\]|[^\]\n]{0,500}\][\s\S]*?\[\/\1\])/gi;

/** Turns WordPress's own shortcodes into HTML. */
export function convertShortcodes(html: string, gallery: GalleryContext): ConvertedShortcodes {
  const converted = html
    .replace(
      PAIRED,
      (whole, name: string, words: string | undefined, content: string) =>
        showPaired(name, readAttributes(words), content, gallery) ?? whole,
    )
    .replace(
      SINGLE,
      (whole, name: string, words: string | undefined) => showSingle(name, words, gallery) ?? whole,
    )
    .replace(BARE_ADDRESS, (_, before: string, address: string) => `${before}${embedAddress(address)}`);
  const unknown = [...converted.matchAll(OTHER)].map(([, name]) => name!);
  return {
    // [[name]] is how WordPress writes a shortcode that is to be read.
    html: converted.replace(/\[(\[[a-z][\w-]*[^\]]*\])\]/gi, '$1'),
    unknown: [...new Set(unknown)],
  };
}

/** An address on a line of its own, which WordPress shows as what is there. */
const BARE_ADDRESS = /(^|<div class="wp-block-embed__wrapper">)\s*(https?:\/\/[^\s<>"[\]]+)[ \t]*$/gm;

function readAttributes(words = ''): Attributes {
  const pairs = words.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))/g);
  return Object.fromEntries(
    [...pairs].map(([, name, double, single, bare]) => [name, double ?? single ?? bare ?? '']),
  );
}

function showPaired(
  name: string,
  attributes: Attributes,
  content: string,
  gallery: GalleryContext,
): string | undefined {
  if (name === 'embed') return `\n${embedAddress(content.trim())}\n`;
  if (name === 'caption' || name === 'wp_caption') return showCaption(attributes, content);
  return showSingle(
    name,
    Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${value}"`)
      .join(''),
    gallery,
  );
}

/** The picture, and behind it (or in an attribute) what it shows. */
function showCaption({ caption }: Attributes, content: string): string {
  const [, picture = content, text = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(content) ?? [];
  const shown = (caption === undefined ? '' : escapeHtml(caption)) || text.trim();
  return `\n<figure>${picture}${shown === '' ? '' : `<figcaption>${shown}</figcaption>`}</figure>\n`;
}

function showSingle(name: string, words: string | undefined, gallery: GalleryContext): string | undefined {
  const attributes = readAttributes(words);
  if (name === 'gallery') return showGallery(attributes, gallery);
  if (name === 'audio' || name === 'video') {
    const source = Object.values(attributes).find((value) => /^(?:https?:)?\/\//.test(value));
    return source === undefined ? undefined : `\n<${name} controls src="${escapeHtml(source)}"></${name}>\n`;
  }
  const address = /https?:\/\/[^\s"'\]]+/.exec(words ?? '')?.[0];
  return address === undefined ? undefined : `\n${embedAddress(address)}\n`;
}

function showGallery({ ids }: Attributes, { attachments, own }: GalleryContext): string {
  const chosen = ids === undefined ? own : ids.split(',').map((id) => id.trim());
  const pictures = chosen.flatMap((id) => attachments.get(id) ?? []);
  return `\n${pictures.map((address) => `<figure><img src="${escapeHtml(address)}" alt=""></figure>`).join('\n')}\n`;
}

/** Players of the hosts whose pages WordPress embeds by their address; other addresses are links. */
const PLAYERS: readonly (readonly [page: RegExp, player: string])[] = Object.freeze([
  [
    /^https?:\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:[^#]*&)?v=([\w-]{6,})/,
    'https://www.youtube.com/embed/',
  ],
  [/^https?:\/\/youtu\.be\/([\w-]{6,})/, 'https://www.youtube.com/embed/'],
  [/^https?:\/\/(?:www\.)?vimeo\.com\/(\d+)/, 'https://player.vimeo.com/video/'],
]);

function embedAddress(written: string): string {
  const address = written.replaceAll('&amp;', '&');
  for (const [page, player] of PLAYERS) {
    const id = page.exec(address)?.[1];
    if (id !== undefined) return `<iframe src="${player}${id}"></iframe>`;
  }
  return `<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`;
}
