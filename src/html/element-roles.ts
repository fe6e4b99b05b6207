/**
 * What becomes of each element of a source, as frozen data. An element that is not listed is unwrapped: it goes, its
 * content stays, since a browser shows the text of an element that it does not know.
 */
export type ElementRole =
  /** Goes with all it holds. */
  | 'script'
  | 'control'
  | 'gone'
  /** Goes; what a browser shows in its place stays. */
  | 'plug-in'
  | 'button'
  /** Unwrapped; its ends end a paragraph. */
  | 'block'
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'item'
  | 'definitions'
  | 'term'
  | 'description'
  | 'quote'
  | 'details'
  | 'summary'
  | 'section'
  | 'figure'
  | 'figcaption'
  | 'table'
  | 'preformatted'
  | 'rule'
  | 'break'
  | 'image'
  | 'picture'
  | 'video'
  | 'audio'
  | 'iframe'
  | 'link'
  | 'ruby-part'
  /** Becomes the inline element that `INLINE_NAMES` names. */
  | 'inline';

const TAGS_BY_ROLE: { readonly [role in ElementRole]?: string } = Object.freeze({
  script: 'script',
  control: 'input select textarea datalist option optgroup keygen',
  // Not shown as text by a browser: styles, metadata, fallbacks, inert content. A `template` holds a tree of its own, and
  // `noscript` one that depends on whether scripts run.
  gone: 'style noscript template title head base basefont link meta bgsound noembed noframes canvas meter progress area param track source col colgroup',
  // Loads a document that can run; what it holds is shown where it cannot.
  'plug-in': 'object embed applet frame frameset portal fencedframe',
  button: 'button',
  block:
    'div article main header footer nav aside address center form fieldset legend hgroup search dialog body html menuitem thead tbody tfoot tr td th caption',
  paragraph: 'p',
  heading: 'h1 h2 h3 h4 h5 h6',
  list: 'ul ol menu dir',
  item: 'li',
  definitions: 'dl',
  term: 'dt',
  description: 'dd',
  quote: 'blockquote',
  details: 'details',
  summary: 'summary',
  section: 'section',
  figure: 'figure',
  figcaption: 'figcaption',
  table: 'table',
  // `xmp`, `listing` and `plaintext` are old names for it.
  preformatted: 'pre xmp listing plaintext',
  rule: 'hr',
  break: 'br',
  image: 'img',
  picture: 'picture',
  video: 'video',
  audio: 'audio',
  iframe: 'iframe',
  link: 'a',
  'ruby-part': 'rt rp',
});

export const ELEMENT_ROLES: ReadonlyMap<string, ElementRole> = new Map(
  Object.entries(TAGS_BY_ROLE).flatMap(([role, tags]) =>
    tags.split(' ').map((tag) => [tag, role as ElementRole] as const),
  ),
);

/** Inline elements that are kept, old names as their successors. `span` and `font` are read for their style alone. */
export const INLINE_NAMES = Object.freeze({
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  u: 'u',
  s: 's',
  strike: 's',
  del: 'del',
  ins: 'ins',
  sub: 'sub',
  sup: 'sup',
  mark: 'mark',
  small: 'small',
  code: 'code',
  tt: 'code',
  kbd: 'kbd',
  samp: 'samp',
  var: 'var',
  q: 'q',
  cite: 'cite',
  abbr: 'abbr',
  acronym: 'abbr',
  dfn: 'dfn',
  time: 'time',
  ruby: 'ruby',
  bdi: 'bdi',
  bdo: 'bdo',
} as const);
