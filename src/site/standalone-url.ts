import { compareText } from './article-order.ts';
import { assignUrls, type UrlAssignment, type UrlOwner, type UrlRequest } from './permalink.ts';
import type { SitePage } from './site.ts';
import type { StandaloneSummary } from './standalone-summary.ts';
import { slugifyTerm } from './term-slug.ts';
import type { UrlClaims } from './url-claims.ts';

/**
 * Gives every page of `content/pages/` its URL, before the articles get theirs: `about.md` → `/about/`,
 * `help/index.md` → `/help/`, unless it asks for another. What is the site's own stays so: a page that wants it is
 * published at `/p/<id>/`, with a warning.
 */
export function assignStandaloneUrls(
  summaries: readonly StandaloneSummary[],
  claims: UrlClaims,
): Pick<UrlAssignment, 'redirects' | 'diagnostics'> & { readonly pages: readonly SitePage[] } {
  const owners = summaries.toSorted((a, b) => compareText(a.sourcePath, b.sourcePath)).map(toOwner);
  const { urls, redirects, diagnostics } = assignUrls(owners, claims, ({ summary }) => toRequest(summary));
  const pages = owners.map(({ summary }, place) => ({ summary, url: urls[place]! }));
  return { pages, redirects, diagnostics };
}

interface PageOwner extends UrlOwner {
  readonly summary: StandaloneSummary;
}

function toOwner(summary: StandaloneSummary): PageOwner {
  const { sourcePath } = summary;
  // No file name holds a NUL, so no article has this identity.
  return { summary, sourcePath, identity: `\0page\0${sourcePath.normalize('NFC')}` };
}

function toRequest({ sourcePath, permalink, slug, aliases, addressPlaces }: StandaloneSummary): UrlRequest {
  return {
    sourcePath,
    wish:
      permalink === undefined
        ? { key: 'file name', path: pathOf(sourcePath, slug) }
        : { key: 'permalink', path: permalink },
    aliases,
    places: addressPlaces,
  };
}

function pathOf(sourcePath: string, slug: string | undefined): string {
  const names = sourcePath.replace(/\.[^./]*$/, '').split('/');
  if (slug !== undefined) names[names.length - 1] = slug;
  else if (names.at(-1) === 'index') names.pop();
  return `/${names.map((name) => `${slugifyTerm(name)}/`).join('')}`;
}
