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

/** In CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * How image hosts write a size into a URL; the first group is the width, the second the height. Sizes beyond 10,000 are
 * numbers that mean something else.
 */
const SIZE_PATTERNS: readonly RegExp[] = [
  /[?&,/]resize,(?:[a-z]+_[a-z]+,)*w_(\d+),h_(\d+)/, // Aliyun OSS: ?x-oss-process=image/resize,w_899,h_500
  /imageView2\/\d\/w\/(\d+)\/h\/(\d+)/, // Qiniu, Tencent COS
  /[?&](?:w|width)=(\d+)&(?:[^#]*&)?(?:h|height)=(\d+)/, // imgix and many others
  /[/_.-](\d{2,5})x(\d{2,5})(?=[._/?@-]|$)/, // WordPress: -899x500.jpg
];

/** The size that a picture's URL gives away, if it gives both sides. */
export function readSizeFromUrl(url: string): PictureSize | undefined {
  for (const pattern of SIZE_PATTERNS) {
    const [, width, height] = pattern.exec(url) ?? [];
    const size = { width: Number(width), height: Number(height) };
    if (isPlausible(size.width) && isPlausible(size.height)) return size;
  }
  return undefined;
}

function isPlausible(pixels: number): boolean {
  return pixels >= 1 && pixels <= 10_000;
}

function parseHttpUrl(url: string): URL | undefined {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url);
}
