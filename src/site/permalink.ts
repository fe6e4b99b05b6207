import type { AddressPlaces } from '../content/address-places.ts';
import { isReservedUrl } from '../content/reserved-url.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ArticleSummary } from './article-summary.ts';
import { type AddressedArticle, ID_LENGTH, type PermalinkFiller } from './fill-permalink.ts';
import { shortHash } from './short-hash.ts';
import { slugifyTerm } from './term-slug.ts';
import type { UrlClaims, UrlHolder } from './url-claims.ts';
import { checkUrlPath } from './url-path.ts';

/** Something that is published at one URL. */
export interface UrlOwner extends UrlHolder {
  /** What the default URL is a hash of: stable for ever, and unlike any other's. Default: the source path, in NFC. */
  readonly identity?: string;
  /** That URL, where it is known. */
  readonly defaultUrl?: string | undefined;
}

/** What an owner asks for. */
export interface UrlRequest extends UrlHolder {
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
  /** Site-relative, one for each owner, in their order. */
  readonly urls: readonly string[];
  readonly redirects: readonly Redirect[];
  /** Warnings: whatever an author asked for and did not get. `file` is the source path. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives every article its URL, for ever: `/p/<id>/`, the id a hash of the source path, unless the article asks for another
 * (`permalink`, else `abbrlink`, else `slug`) which is sound, not the site's own and not another article's. Of several
 * articles that want one URL the earliest gets it; the others are published at their default URL, with a warning.
 * Aliases come last, and never take a page's place.
 *
 * @param articles - In order of first publication.
 * @param claims - May hold URLs of pages and files that are there already, besides the families of `reserved-url.ts`.
 */
export function assignPermalinks(
  articles: readonly AddressingArticle[],
  claims: UrlClaims,
  filler?: PermalinkFiller,
): UrlAssignment {
  return assignUrls(articles, claims, (article) => toUrlRequest(article, filler));
}

/** The URL of an article that asks for none, unless two of a site share it. @param sourcePath - In NFC. */
export function defaultUrl(sourcePath: string): string {
  return `/p/${shortHash(sourcePath, ID_LENGTH)}/`;
}

/** What of an article says where it is to be published. */
export type AddressingArticle = AddressedArticle &
  Pick<ArticleSummary, 'permalink' | 'aliases' | 'addressPlaces' | 'defaultUrl'>;

/**
 * What an article's front matter asks for, else the site's pattern.
 *
 * @param filler - Absent: `/p/<id>/`.
 * @returns undefined when it asks for nothing but its default URL.
 */
export function toUrlRequest(summary: AddressingArticle, filler?: PermalinkFiller): UrlRequest | undefined {
  const { aliases } = summary;
  const wish = readWish(summary, filler);
  if (wish === undefined && aliases.length === 0) return undefined;
  const { sourcePath, addressPlaces: places } = summary;
  return { sourcePath, aliases, places, ...(wish && { wish }) };
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

/**
 * As `assignPermalinks`, for whoever may ask.
 *
 * @param owners - Of two that ask for one URL, the first gets it.
 * @param ask - Of a hundred thousand articles, few ask for anything.
 */
export function assignUrls<Owner extends UrlOwner>(
  owners: readonly Owner[],
  claims: UrlClaims,
  ask: (owner: Owner) => UrlRequest | undefined,
): UrlAssignment {
  const diagnostics: Diagnostic[] = [];
  // Default URLs are set aside first, also of articles that hope for better: so every loser has one to fall back to.
  const urls = owners.map((owner) => claimDefaultUrl(owner, claims));
  const requests = listRequests(owners, ask);
  for (const wish of readWishes(requests, diagnostics)) {
    const { request, place } = wish;
    const fallback = urls[place]!;
    // A wish may be for the very URL that was set aside.
    claims.release(fallback);
    const holder = claims.claim(wish.url, request);
    if (holder === undefined) {
      urls[place] = wish.url;
    } else {
      claims.claim(fallback, request);
      diagnostics.push(describeTaken(wish, holder.sourcePath, fallback));
    }
  }
  return { urls, redirects: assignAliases(requests, urls, claims, diagnostics), diagnostics };
}

/** A hash that is taken (one file name in two Unicode forms) is made longer until it is free. */
function claimDefaultUrl(owner: UrlOwner, claims: UrlClaims): string {
  const identify = () => owner.identity ?? owner.sourcePath.normalize('NFC');
  let url = owner.defaultUrl ?? defaultUrl(identify());
  for (let length = ID_LENGTH; claims.claim(url, owner, true) !== undefined; length += 2) {
    url = `/p/${shortHash(`${identify()}\0${owner.sourcePath}`, length)}/`;
  }
  return url;
}

interface PlacedRequest {
  readonly request: UrlRequest;
  /** Index of who asks, among all owners. */
  readonly place: number;
}

function listRequests<Owner>(
  owners: readonly Owner[],
  ask: (owner: Owner) => UrlRequest | undefined,
): readonly PlacedRequest[] {
  const requests: PlacedRequest[] = [];
  for (const [place, owner] of owners.entries()) {
    const request = ask(owner);
    if (request !== undefined) requests.push({ request, place });
  }
  return requests;
}

interface Wish extends PlacedRequest {
  readonly url: string;
  /** Source paths of all that ask for this URL, this one among them. */
  readonly rivals: readonly string[];
}

function readWishes(requests: readonly PlacedRequest[], diagnostics: Diagnostic[]): Wish[] {
  const wishes: Wish[] = [];
  const rivalsByUrl = new Map<string, string[]>();
  for (const { request, place } of requests) {
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
    wishes.push({ request, place, url: check.url, rivals });
  }
  return wishes;
}

function assignAliases(
  requests: readonly PlacedRequest[],
  urls: readonly string[],
  claims: UrlClaims,
  diagnostics: Diagnostic[],
): Redirect[] {
  const redirects: Redirect[] = [];
  for (const { request, place } of requests) {
    if (request.aliases.length === 0) continue;
    const target = urls[place]!;
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
      const holder = claims.claim(url, request);
      if (holder !== undefined) {
        diagnostics.push(
          warn(
            request,
            'aliases',
            'taken-alias',
            `The alias ${quote(url)} is left out, since it is the URL of ${holder.sourcePath}.`,
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
