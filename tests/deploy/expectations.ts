/** What a host of a built site has to answer to one request; the same for every server that the project knows. */
export interface Expectation {
  /** Reads behind "it". */
  readonly name: string;
  readonly request: {
    /** As it goes over the wire: nothing in it is resolved. */
    readonly path: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** One of these. */
  readonly status: number | readonly number[];
  /** In lower case; `undefined`: the header is not there. */
  readonly headers?: Readonly<Record<string, string | RegExp | undefined>>;
  readonly body?: RegExp;
  /** What only these servers do. Absent: all. */
  readonly only?: readonly string[];
}

/** Stands in files outside the site, and in those inside that are no part of it. */
export const SECRET = 'not for readers';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const REVALIDATED = 'public, max-age=0, must-revalidate';
const ACCEPTS_GZIP = { 'accept-encoding': 'gzip' };

const security = {
  'content-security-policy':
    /default-src 'none'; script-src 'self';.*object-src 'none'.*; frame-ancestors 'self'/,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': /camera=\(\).*usb=\(\)/,
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * @param assets - Paths of files of the site whose names hold digests.
 * @param base - The path of the site's address. Paths in `assets` and here are within the site; those of the answer are whole.
 */
export function listExpectations(
  assets: {
    readonly script: string;
    readonly style: string;
    /** A file of a segment of the search index. */
    readonly shard: string;
  },
  base = '/',
): readonly Expectation[] {
  const inside = [
    ...pages,
    ...lifetimes(assets),
    ...compression(assets),
    ...redirects(base),
    ...missing,
    ...escapes,
  ].map((expectation) => {
    const { request } = expectation;
    return { ...expectation, request: { ...request, path: base + request.path.slice(1) } };
  });
  return base === '/' ? inside : [...inside, ...outside(base)];
}

/** What is around a site below a path, as far as it is this site's business. */
const outside = (base: string): Expectation[] => [
  {
    name: 'sends the path without its slash to the home page',
    request: { path: base.slice(0, -1) },
    status: [301, 308],
    headers: { location: base },
  },
  ...['/p/one/', '/assets/', `${base.slice(0, -1)}paper/`].map((path) => ({
    name: `has nothing at ${path}, which is above it`,
    request: { path },
    status: 404,
  })),
];

const pages: readonly Expectation[] = [
  {
    name: 'answers a folder with its page, and every header that keeps the reader safe',
    request: { path: '/p/one/' },
    status: 200,
    headers: { ...security, 'content-type': /^text\/html; ?charset=utf-8$/i },
    body: /<h1[^>]*>甲<\/h1>/,
  },
  {
    name: 'answers an address in Chinese',
    request: { path: `/categories/${encodeURIComponent('城市')}/` },
    status: 200,
    body: /城市/,
  },
  { name: 'answers HEAD without a body', request: { path: '/', method: 'HEAD' }, status: 200, body: /^$/ },
  { name: 'takes nothing', request: { path: '/', method: 'POST' }, status: 405 },
  { name: 'ignores a query', request: { path: '/p/one/?utm_source=x' }, status: 200, body: /甲/ },
  {
    name: 'sends a part of a recording, so that it can be wound',
    request: { path: '/media/tone.wav', headers: { range: 'bytes=2-5', ...ACCEPTS_GZIP } },
    status: 206,
    headers: { 'content-range': /^bytes 2-5\//, 'content-encoding': undefined },
    body: /^FF\d\d$/,
  },
  {
    name: 'lets no script run in a drawing that is opened on its own',
    request: { path: '/media/pic.svg' },
    status: 200,
    headers: {
      'content-type': /^image\/svg\+xml/,
      'content-security-policy': /^default-src 'none';.*; sandbox$/,
    },
  },
  {
    name: 'serves what is well known',
    request: { path: '/.well-known/security.txt' },
    status: 200,
    body: /Contact/,
  },
  ...(
    [
      ['/feed.xml', /^text\/xml/],
      ['/feed.json', /^application\/json/],
      ['/feeds.opml', /^text\/x-opml/],
      ['/manifest.webmanifest', /^application\/manifest\+json/],
      ['/robots.txt', /^text\/plain/],
      ['/service-worker.js', /^(?:text|application)\/javascript/],
    ] as const
  ).map(
    ([path, type]): Expectation => ({
      name: `names the type of ${path}`,
      request: { path },
      status: 200,
      headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
    }),
  ),
];

const lifetimes = ({
  script,
  style,
  shard,
}: Readonly<Record<'script' | 'style' | 'shard', string>>): Expectation[] => [
  ...[script, style, shard].map((path) => ({
    name: `lets ${path.replace(/^.*\./, '')} be kept for a year: its name changes with its bytes`,
    request: { path },
    status: 200,
    headers: { 'cache-control': IMMUTABLE },
  })),
  ...['/', '/p/one/', '/feed.xml', '/sitemap.xml', '/service-worker.js', '/search/manifest.json'].map(
    (path) => ({
      name: `has ${path} asked for again each time`,
      request: { path },
      status: 200,
      headers: { 'cache-control': REVALIDATED },
    }),
  ),
  {
    name: 'does not compress a segment of the search index, which is packed already',
    request: { path: shard, headers: ACCEPTS_GZIP },
    status: 200,
    headers: { 'content-encoding': undefined },
  },
  {
    name: 'lets media be kept for a day',
    request: { path: '/media/pic.svg' },
    status: 200,
    headers: { 'cache-control': 'public, max-age=86400' },
  },
  {
    name: 'does not let the absence of an asset be kept',
    request: { path: '/assets/not-there.js' },
    status: 404,
    headers: { 'cache-control': REVALIDATED },
  },
];

const compression = ({ script }: { readonly script: string; readonly style: string }): Expectation[] => [
  ...[script, '/p/one/', '/feed.xml', '/feed.json', '/media/big.svg'].map((path) => ({
    name: `compresses ${path.replace(/\.[\w-]{10}\./, '.')}`,
    request: { path, headers: ACCEPTS_GZIP },
    status: 200,
    headers: { 'content-encoding': 'gzip', vary: /accept-encoding/i },
  })),
  {
    name: 'compresses nothing for those who cannot read it',
    request: { path: '/p/one/' },
    status: 200,
    headers: { 'content-encoding': undefined },
  },
  {
    name: 'does not compress a recording',
    request: { path: '/media/tone.wav', headers: ACCEPTS_GZIP },
    status: 200,
    headers: { 'content-encoding': undefined },
  },
];

const redirects = (base: string): Expectation[] => [
  {
    name: 'sends an address without its slash to the one with it, on the same host',
    request: { path: '/p/one' },
    status: [301, 308],
    headers: { location: `${base}p/one/` },
  },
  {
    name: 'keeps the query on the way',
    request: { path: '/p/one?page=2' },
    status: [301, 308],
    headers: { location: `${base}p/one/?page=2` },
    // Caddy forgets it.
    only: ['serve', 'nginx'],
  },
  {
    name: 'encodes the address it sends to',
    request: { path: `/categories/${encodeURIComponent('城市')}` },
    status: [301, 308],
    headers: { location: new RegExp(`^${base}categories/${encodeURIComponent('城市')}/$`, 'i') },
  },
  {
    name: 'never sends to another site, however the path begins',
    request: { path: '//p/one' },
    status: [301, 308, 404],
    headers: { location: /^(?!\/\/)|^undefined$/ },
  },
  {
    name: 'leads from an alias to the article',
    request: { path: '/old/one/' },
    status: 200,
    body: new RegExp(`http-equiv="refresh" content="0; url=${base}p/one/"`),
  },
];

const missing: readonly Expectation[] = [
  {
    name: 'answers what is not there with the page for it, and the same headers',
    request: { path: '/nothing/here/' },
    status: 404,
    headers: { ...security, 'cache-control': REVALIDATED, 'content-type': /^text\/html/ },
    body: /<html/,
  },
  { name: 'has no page for a folder without one', request: { path: '/empty/' }, status: 404, body: /<html/ },
  { name: 'lists no folder', request: { path: '/media/' }, status: 404, body: /<html/ },
  ...['/_headers', '/_redirects', '/.broadsheet', '/.git/config', '/.env', '/p/.hidden', '/.nojekyll'].map(
    (path) => ({
      name: `keeps ${path} to itself`,
      request: { path },
      status: 404,
    }),
  ),
];

const escapes: readonly Expectation[] = [
  ...[
    '/../secret.txt',
    '/p/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets../secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/..%c0%afsecret.txt',
    '/..;/secret.txt',
    '/%252e%252e/secret.txt',
    '//../secret.txt',
  ].map((path) => ({
    name: `does not leave the folder for ${path}`,
    request: { path },
    status: [400, 404],
  })),
  {
    name: 'takes no zero byte for the end of a name',
    request: { path: '/secret.txt%00.html' },
    // Caddy gives up with 500.
    status: [400, 404, 500],
  },
  {
    name: 'does not follow a link out of the folder',
    request: { path: '/leak.txt' },
    status: 404,
    only: ['serve', 'nginx'],
  },
  {
    name: 'does not follow a linked folder out',
    request: { path: '/outside/secret.txt' },
    status: 404,
    only: ['serve', 'nginx'],
  },
];
