/**
 * What a published body may hold, as frozen data: everything that is not listed here is not published. Cleaning builds
 * its output from these names only; the gate (sanitize-gate.ts) holds the result against them once more.
 *
 * What is left out is left out on purpose:
 * - `script`, `style`, `link`, `meta`, `base`, `object`, `embed`, `form` and its controls: they run, style, refresh,
 *   rebase, load or submit (OWASP XSS Filter Evasion).
 * - `svg`, `math`: their parsing rules differ from HTML's, which is what mutation XSS lives on.
 * - `noscript`, `template`, `textarea`, `title`, `xmp`, `noembed`, `noframes`, `plaintext`, `select`: parsed differently
 *   with and without script, or as text by one parser and as markup by another.
 * - `style`, `name`, `target`, `srcset`, `ping`, `background`, `data-*`, `on*` and every attribute not listed.
 */
export const OUTPUT_ATTRIBUTES = Object.freeze({
  p: ['id', 'class', 'lang', 'dir'],
  h2: ['id', 'class', 'lang', 'dir'],
  h3: ['id', 'class', 'lang', 'dir'],
  h4: ['id', 'class', 'lang', 'dir'],
  h5: ['id', 'class', 'lang', 'dir'],
  h6: ['id', 'class', 'lang', 'dir'],
  blockquote: [],
  ul: [],
  ol: ['start', 'reversed', 'type'],
  li: ['id', 'class', 'lang', 'dir', 'value'],
  dl: [],
  dt: ['id'],
  dd: ['id', 'class', 'lang', 'dir'],
  pre: ['id'],
  hr: [],
  figure: ['id'],
  figcaption: ['id'],
  details: [],
  summary: [],
  section: ['class', 'role', 'tabindex', 'aria-label'],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tfoot: [],
  tr: [],
  th: ['id', 'class', 'lang', 'dir', 'colspan', 'rowspan', 'scope'],
  td: ['id', 'class', 'lang', 'dir', 'colspan', 'rowspan'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding', 'referrerpolicy'],
  video: ['src', 'poster', 'width', 'height', 'controls', 'preload', 'playsinline'],
  audio: ['src', 'controls', 'preload'],
  source: ['src', 'type'],
  iframe: [
    'src',
    'title',
    'width',
    'height',
    'loading',
    'referrerpolicy',
    'sandbox',
    'allow',
    'allowfullscreen',
  ],
  a: ['href', 'rel', 'class'],
  br: [],
  strong: [],
  em: [],
  u: [],
  s: [],
  del: [],
  ins: [],
  sub: [],
  sup: ['class'],
  mark: [],
  small: [],
  code: ['class'],
  kbd: [],
  samp: [],
  var: [],
  q: [],
  cite: [],
  abbr: ['title'],
  dfn: [],
  time: ['datetime'],
  ruby: [],
  rt: [],
  rp: [],
  bdi: ['dir'],
  bdo: ['dir'],
  span: ['class', 'lang', 'dir'],
} as const satisfies Record<string, readonly string[]>);

export type OutputName = keyof typeof OUTPUT_ATTRIBUTES;

/** `language-` and the name of a programming language, as highlighters read it. */
export const LANGUAGE_CLASS = /^language-[a-z0-9][a-z0-9+#.-]{0,23}$/;

const ALIGNMENT = ['align-center', 'align-right'];

/** Classes, by element: a source's own classes could wear the site's clothes (a fake button, a fake banner). */
export const OUTPUT_CLASSES: { readonly [name: string]: readonly (string | RegExp)[] } = Object.freeze({
  p: ALIGNMENT,
  h2: ALIGNMENT,
  h3: ALIGNMENT,
  h4: ALIGNMENT,
  h5: ALIGNMENT,
  h6: ALIGNMENT,
  li: ALIGNMENT,
  dd: ALIGNMENT,
  td: ALIGNMENT,
  th: ALIGNMENT,
  section: ['footnotes', 'table-scroll'],
  sup: ['footnote-ref'],
  a: ['project', 'footnote-backref'],
  code: [LANGUAGE_CLASS],
  span: ['accent'],
});

/** Attributes that are written even when empty. */
export const EMPTY_ATTRIBUTES: readonly string[] = Object.freeze([
  'alt',
  'controls',
  'playsinline',
  'reversed',
  'allowfullscreen',
]);

/** Schemes of links. `javascript:`, `data:`, `vbscript:`, `blob:`, `file:` and all the others make the link plain text. */
export const LINK_SCHEMES: readonly string[] = Object.freeze(['http', 'https', 'mailto', 'tel']);
/** Schemes of what the page loads by itself. `data:` can hold scripted documents and hides its content from review. */
export const RESOURCE_SCHEMES: readonly string[] = Object.freeze(['http', 'https']);

/** An id in the page is one of ours: a source's bare id could shadow a global variable or a form's property (DOM clobbering). */
export const HEADING_ID_PREFIX = 'h-';
export const ANCHOR_ID_PREFIX = 'fn-';

/**
 * What a kept iframe may do: run its player and open the video's own page. Not navigate the page it stands in, submit
 * forms, open modal dialogs, or ask for sensors. `allow-same-origin` gives the player its own origin, not the site's,
 * since the site's own host is never an embed host.
 */
export const IFRAME_ATTRIBUTES = Object.freeze({
  loading: 'lazy',
  // Players refuse to play without a referrer; the origin alone is enough for them.
  referrerpolicy: 'strict-origin-when-cross-origin',
  sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
  allow: 'fullscreen; picture-in-picture; encrypted-media',
  allowfullscreen: '',
});

/** Image hosts refuse hot-links by the referrer, and the reader's address bar is none of their business. */
export const IMAGE_ATTRIBUTES = Object.freeze({
  loading: 'lazy',
  decoding: 'async',
  referrerpolicy: 'no-referrer',
});

/** Elements without an end tag, among those of the output. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'source']);
