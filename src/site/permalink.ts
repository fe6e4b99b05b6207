import type { AddressPlaces } from '../content/address-places.ts';
import { isReservedUrl } from '../content/reserved-url.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { compareFirstPublished } from './article-order.ts';
import type { ArticleSummary } from './article-summary.ts';
import { type AddressedArticle, ID_LENGTH, type PermalinkFiller } from './fill-permalink.ts';
import { shortHash } from './short-hash.ts';
import { slugifyTerm } from './term-slug.ts';
import { createUrlClaims, type UrlClaims } from './url-claims.ts';
import { checkUrlPath } from './url-path.ts';

/** Something that is published at one URL and may ask for it. */
export interface UrlRequest {
  readonly sourcePath: string;
  /** UTC instant, ms: of two that want one URL, the earlier gets it. */
  readonly date: number;
  /** What the default URL is a hash of: stable for ever, and unlike any other's. Default: the source path, in NFC. */
  readonly identity?: string;
  /** That URL, where it is known. */
  readonly defaultUrl?: string | undefined;
  /** The URL asked for, with the front-matter key that asks; absent: the default. */
  readonly wish?: {
    readonly key: string;
    readonly path: string;
    /** The pattern of `site.yaml` asks, not the article. */
    readonly isPattern?: true;
  };
  /** Paths that are to redirect here. */
  readonly aliases: readonly string[];
  /** Where the file asks for them. */
  readonly places?: AddressPlaces | undefined;
}

export interface Redirect {
  readonly url: string;
  /** Site-relative URL of a page. */
  readonly target: string;
}

export interface UrlAssignment {
  /** From source path to site-relative URL. */
  readonly urls: ReadonlyMap<string, string>;
  readonly redirects: readonly Redirect[];
  /** Warnings: whatever an author asked for and did not get. `file` is the source path. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives every article its URL, for ever: `/p/<id>/`, the id a hash of the source path, unless the author asks for another
 * (`permalink`, else `abbrlink`, else `slug`) which is sound, not the site's own and not another article's. Of several
 * articles that want one URL the earliest gets it; the others are published at their default URL, with a warning.
 * Aliases come last, and never take a page's place.
 *
 * @param reservedUrls - URLs of pages and files that are there already, besides the families of `reserved-url.ts`.
 */
export function assignPermalinks(
  summaries: readonly ArticleSummary[],
  reservedUrls: Iterable<string> = [],
  filler?: PermalinkFiller,
): UrlAssignment {
  const requests = summaries.map((summary) => toUrlRequest(summary, filler));
  return assignUrls(requests, createUrlClaims(reservedUrls));
}

/** The URL of an article that asks for none, unless two of a site share it. @param sourcePath - In NFC. */
export function defaultUrl(sourcePath: string): string {
  return `/p/${shortHash(sourcePath, ID_LENGTH)}/`;
}

/** What of an article says where it is to be published. */
export type AddressingArticle = AddressedArticle &
  Pick<ArticleSummary, 'permalink' | 'aliases' | 'addressPlaces' | 'defaultUrl'>;

/** What an article's front matter asks for, else the site's pattern. @param filler - Absent: `/p/<id>/`. */
export function toUrlRequest(summary: AddressingArticle, filler?: PermalinkFiller): UrlRequest {
  const { sourcePath, date, aliases, addressPlaces: places, defaultUrl } = summary;
  const wish = readWish(summary, filler);
  return { sourcePath, date, defaultUrl, aliases, places, ...(wish && { wish }) };
}

function readWish(summary: AddressingArticle, filler: PermalinkFiller | undefined): UrlRequest['wish'] {
  const { permalink, abbrlink, slug } = summary;
  if (permalink !== undefined) return { key: 'permalink', path: permalink };
  if (abbrlink !== undefined) {
    if (!filler?.takesAbbrlink) return { key: 'abbrlink', path: `/p/${slugifyTerm(abbrlink)}.html` };
  } else if (slug !== undefined && !filler?.takesSlug) {
    return { key: 'slug', path: `/p/${slugifyTerm(slug)}/` };
  }
  return filler && { key: 'permalink', path: filler.fill(summary), isPattern: true };
}

/** As `assignPermalinks`, into a ledger that may hold other owners' URLs already, and keeps these. */
export function assignUrls(requests: readonly UrlRequest[], claims: UrlClaims): UrlAssignment {
  const ordered = requests.toSorted(compareFirstPublished);
  const diagnostics: Diagnostic[] = [];
  // Default URLs are set aside first, also of articles that hope for better: so every loser has one to fall back to.
  const urls = new Map(ordered.map((request) => [request.sourcePath, claimDefaultUrl(request, claims)]));
  const wishes = readWishes(ordered, diagnostics);
  for (const wish of wishes) {
    const { sourcePath } = wish.request;
    const fallback = urls.get(sourcePath)!;
    // A wish may be for the very URL that was set aside.
    claims.release(fallback);
    const holder = claims.claim(wish.url, sourcePath);
    if (holder === undefined) {
      urls.set(sourcePath, wish.url);
    } else {
      claims.claim(fallback, sourcePath);
      diagnostics.push(describeTaken(wish, holder, fallback));
    }
  }
  return { urls, redirects: assignAliases(ordered, urls, claims, diagnostics), diagnostics };
}

/** A hash that is taken (one file name in two Unicode forms) is made longer until it is free. */
function claimDefaultUrl(request: UrlRequest, claims: UrlClaims): string {
  const identify = () => request.identity ?? request.sourcePath.normalize('NFC');
  let url = request.defaultUrl ?? defaultUrl(identify());
  for (let length = ID_LENGTH; claims.claim(url, request.sourcePath) !== undefined; length += 2) {
    url = `/p/${shortHash(`${identify()}\0${request.sourcePath}`, length)}/`;
  }
  return url;
}

interface Wish {
  readonly request: UrlRequest;
  readonly url: string;
  /** Source paths of all that ask for this URL, this one among them. */
  readonly rivals: readonly string[];
}

function readWishes(requests: readonly UrlRequest[], diagnostics: Diagnostic[]): Wish[] {
  const wishes: Wish[] = [];
  const rivalsByUrl = new Map<string, string[]>();
  for (const request of requests) {
    if (request.wish === undefined) continue;
    const { key, path, isPattern = false } = request.wish;
    const check = checkSitePath(path);
    if (!check.ok) {
      diagnostics.push(
        warn(
          request,
          key,
          `${check.rule}-permalink`,
          `${isPattern ? OF_SITE : `"${key}"`} is not used, since ${check.fault}: ${quote(path)}.`,
          isPattern ? PATTERN_HINT : HINT,
        ),
      );
      continue;
    }
    const rivals = rivalsByUrl.get(check.url) ?? [];
    rivalsByUrl.set(check.url, rivals);
    rivals.push(request.sourcePath);
    wishes.push({ request, url: check.url, rivals });
  }
  return wishes;
}

function assignAliases(
  requests: readonly UrlRequest[],
  urls: ReadonlyMap<string, string>,
  claims: UrlClaims,
  diagnostics: Diagnostic[],
): Redirect[] {
  const redirects: Redirect[] = [];
  for (const request of requests) {
    if (request.aliases.length === 0) continue;
    const target = urls.get(request.sourcePath)!;
    const own = new Set([target]);
    for (const alias of request.aliases) {
      const check = checkSitePath(alias);
      if (!check.ok) {
        diagnostics.push(
          warn(
            request,
            'aliases',
            `${check.rule}-alias`,
            `An alias is left out, since ${check.fault}: ${quote(alias)}.`,
            HINT,
          ),
        );
        continue;
      }
      const { url } = check;
      if (own.has(url)) continue;
      const holder = claims.claim(url, request.sourcePath);
      if (holder !== undefined) {
        diagnostics.push(
          warn(
            request,
            'aliases',
            'taken-alias',
            `The alias ${quote(url)} is left out, since it is the URL of ${holder}.`,
            HINT,
          ),
        );
        continue;
      }
      own.add(url);
      redirects.push({ url, target });
    }
  }
  return redirects;
}

const OF_SITE = 'The "permalink" of site.yaml';
const PATTERN_HINT =
  'Give the article a "permalink" of its own, or change the pattern in site.yaml; :id is never another\'s.';
const HINT = 'Write a path of your own, such as /2022/launch/, that no other article uses.';

type SitePathCheck =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly rule: 'invalid' | 'reserved'; readonly fault: string };

function checkSitePath(path: string): SitePathCheck {
  const check = checkUrlPath(path);
  if (!check.ok) return { ...check, rule: 'invalid' };
  return isReservedUrl(check.url)
    ? { ok: false, rule: 'reserved', fault: 'the site keeps this address for itself' }
    : check;
}

function describeTaken({ request, url, rivals }: Wish, holder: string, published: string): Diagnostic {
  const others = rivals.filter((path) => path !== holder && path !== request.sourcePath);
  const also =
    others.length === 0
      ? ''
      : ` (also asked for by ${others.slice(0, 10).join(', ')}${others.length > 10 ? ', …' : ''})`;
  const message = `${quote(url)} belongs to ${holder}${also}; ${request.sourcePath} is published at ${published} instead.`;
  const { key, isPattern = false } = request.wish!;
  const hint = isPattern ? PATTERN_HINT : `Change "${key}" in one of these files.`;
  return warn(request, key, 'taken-permalink', message, hint);
}

/** @param key - The front-matter key that asks for what it does not get. */
function warn(
  { sourcePath, places }: UrlRequest,
  key: string,
  rule: string,
  message: string,
  hint: string,
): Diagnostic {
  const { line, column } = places?.[key as keyof AddressPlaces] ?? { line: 1, column: 1 };
  return { file: sourcePath, line, column, severity: 'warning', rule, message, hint };
}

/** For a message: one line, not endless. */
function quote(path: string): string {
  return JSON.stringify(path.length > 120 ? `${path.slice(0, 120)}…` : path);
}
