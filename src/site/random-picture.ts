/** Services that answer with another picture each time: what they show says nothing about the article. */
const RANDOM_PICTURES: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /(?:^|\.)picsum\.photos$/, path: /[?&]random\b|^\/(?:g\/)?\d+(?:\/\d+)?\/?(?:\?|$)/ }, // /200/300, ?random=1
  { host: /^(?:source|api)\.unsplash\.com$/, path: /^\/(?:random\b|photos\/random\b|\d+x\d+|featured\b)/ },
  { host: /(?:^|\.)loremflickr\.com$/, path: /^\// },
  { host: /^(?:www\.)?placeimg\.com$/, path: /^\// },
  { host: /^(?:api|img)\.(?:ixiaowai\.cn|paugram\.com|mtyqx\.cn|dujin\.org|btstu\.cn)$/, path: /^\// },
  { host: /^(?:bing\.img\.run|unsplash\.it)$/, path: /rand/ },
];

/** Whether a picture is drawn by lot. A URL that cannot be read is not. */
export function isRandomPicture(url: string): boolean {
  const parsed = parseHttpUrl(url);
  if (parsed === undefined) return false;
  const path = parsed.pathname + parsed.search;
  return RANDOM_PICTURES.some((service) => service.host.test(parsed.hostname) && service.path.test(path));
}

function parseHttpUrl(url: string): URL | undefined {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url);
}
