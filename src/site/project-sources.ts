/**
 * What an address says of the page behind it.
 *
 * - `profile`: a data sheet of a company or product.
 * - `space`: a page that the company keeps itself at a publisher's.
 * - `page`: any other.
 */
export type ProjectLinkKind = 'profile' | 'space' | 'page';

/** Where a source keeps what it knows of a project. */
export interface ProjectSource {
  /** Whose sites know each other's names: a domain. */
  readonly house: string;
  /** Which of the house's lists of projects: within one, an id is a project, and two ids are two. */
  readonly catalogue: string;
  readonly kind: ProjectLinkKind;
}

/** Domains of one publisher. */
const HOUSES: ReadonlyMap<string, string> = new Map([['36dianping.com', '36kr.com']]);

/** Kinds of pages by the first segment of their path, in lower case. */
const KINDS: ReadonlyMap<string, ProjectLinkKind> = new Map([
  ['projectdetails', 'profile'],
  ['project', 'profile'],
  ['space', 'space'],
]);

/** Parameters that only say how a reader got there. */
const TRACKING = /^(?:utm_.*|mp|spm|from|ref|source|share.*)$/i;

/** Host, and first segment of the path, of an address in the form that URL parsers write. */
const ADDRESS = /^https?:\/\/([^/?#@]+?)(?::\d+)?\/([^/?#]*)/i;

/**
 * @param href - Absolute http(s) URL, normalised.
 * @returns `undefined` for what is no URL.
 */
export function readProjectSource(href: string): ProjectSource | undefined {
  const [, host, path] = ADDRESS.exec(href) ?? [];
  if (host === undefined || path === undefined) return undefined;
  const domain = findDomain(host.toLowerCase());
  const catalogue = path.toLowerCase();
  return { house: HOUSES.get(domain) ?? domain, catalogue, kind: KINDS.get(catalogue) ?? 'page' };
}

/** The address without what only says how a reader got there: two links to one page are one. */
export function cleanProjectHref(href: string): string {
  const url = href.includes('?') ? parseUrl(href) : undefined;
  if (url === undefined) return href;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** The part of a host name that somebody registered, as far as that can be told without a list of all registries. */
function findDomain(host: string): string {
  const labels = host.split('.');
  if (labels.length <= 2 || /^[\d.]+$|[[:]/.test(host)) return host;
  const isSecondLevel = labels.at(-1)!.length === 2 && /^(?:com?|net|org|gov|edu|ac)$/.test(labels.at(-2)!);
  return labels.slice(isSecondLevel ? -3 : -2).join('.');
}

function parseUrl(href: string): URL | undefined {
  try {
    return new URL(href);
  } catch {
    // A mention of another program's making may hold anything; ours are absolute.
    return undefined;
  }
}
