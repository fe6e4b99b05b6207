import { quoteValue } from '../content/collect-diagnostics.ts';
import { headingId } from '../html/anchors.ts';
import { isFault, type UrlResolver } from '../html/resolve-url.ts';
import type { BodyParts, LinkPart } from './body-parts.ts';
import type { Finding } from './finding.ts';

/** A link to another page of the site. */
export interface InternalLink {
  /** As it is published: a path with the site's base path, or an absolute address below the site's. */
  readonly href: string;
  readonly offset: number;
}

/**
 * What is wrong with a body's links by themselves, and which lead to other pages of the site.
 *
 * @param text - Of the file.
 */
export function checkLinks(
  { parts, ids }: BodyParts,
  text: string,
  urls: UrlResolver,
): { readonly findings: readonly Finding[]; readonly internal: readonly InternalLink[] } {
  const findings: Finding[] = [];
  const internal: InternalLink[] = [];
  let headings: ReadonlySet<string> | undefined;
  const isThere = (id: string): boolean => {
    headings ??= new Set(parts.flatMap((part) => (part.kind === 'heading' ? [headingId(part.text)] : [])));
    // A heading that is there twice has a number behind its id; what it is numbered from is there too.
    return (
      ids.has(id) ||
      [id, headingId(id)].some((name) => headings!.has(name.replace(/-\d+$/, '')) || headings!.has(name))
    );
  };
  for (const part of parts) {
    if (part.kind === 'text') findBareUrls(part, findings);
    if (part.kind !== 'link') continue;
    if (part.isBare) findings.push(bareLink(part, text));
    const target = urls.link(part.href);
    if (target === 'empty' || !part.hasContent) findings.push(emptyLink(part, target === 'empty'));
    if (isFault(target)) continue;
    if (target.kind === 'internal') internal.push({ href: target.href, offset: part.start });
    if (target.kind === 'anchor' && !isThere(target.id)) {
      findings.push({
        rule: 'broken-internal-anchor',
        offset: part.start,
        message: `There is no heading or id ${quoteValue(target.id)} in the article.`,
      });
    }
  }
  return { findings, internal };
}

function emptyLink({ href, start }: LinkPart, leadsNowhere: boolean): Finding {
  const message = leadsNowhere
    ? `The link leads nowhere: ${quoteValue(href)}.`
    : `The link to ${quoteValue(href)} has nothing to click on.`;
  return { rule: 'empty-link', offset: start, message };
}

/** Between < and > the same address is meant, not guessed. */
function bareLink({ href, start, end }: LinkPart, text: string): Finding {
  const written = text.slice(start, end);
  return {
    rule: 'bare-url',
    offset: start,
    message: `${quoteValue(href)} stands in the text as it is.`,
    ...(/^https?:[^\s<>]+$/i.test(written) && { repair: { start, end, text: `<${written}>` } }),
  };
}

const BARE_URL = /https?:\/\/[\w.-]+\.[a-z]{2,}[\w\-./?%&=#~+:@]*/gi;

function findBareUrls(
  part: Extract<BodyParts['parts'][number], { kind: 'text' }>,
  findings: Finding[],
): void {
  if (part.isCode || part.isLink || !part.isExact || !part.text.includes('://')) return;
  for (const match of part.text.matchAll(BARE_URL)) {
    findings.push({
      rule: 'bare-url',
      offset: part.start + match.index,
      message: `${quoteValue(match[0])} stands in the text as it is.`,
    });
  }
}
