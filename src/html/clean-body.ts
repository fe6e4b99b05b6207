import { findSourceRules } from '../content/source-rules.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { createAnchors } from './anchors.ts';
import { LIMIT_FAULTS, REFUSALS, type RefusalRule } from './body-rules.ts';
import type { CleanedBody } from './cleaned-body.ts';
import type { CleanableArticle, CleaningPolicy } from './cleaning-policy.ts';
import { countText } from './count-text.ts';
import { createDenyRules } from './drop-denied.ts';
import { clipExcerpt, excerptOf } from './excerpt.ts';
import { dropTitleHeadings, settleHeadings } from './headings.ts';
import { labelsFor } from './interface-labels.ts';
import { createMentionDesk } from './mention-desk.ts';
import { nameBareLinks } from './name-bare-links.ts';
import { createBodyParser, type LimitFault, type ParsedBody } from './parse-body.ts';
import { plainText } from './plain-text.ts';
import { listQuotedNames } from './project-extension.ts';
import { createProjectJudge } from './project-judge.ts';
import { readBody } from './read-body.ts';
import type { Reading } from './reading.ts';
import { createRemovalNotes, positionInBody } from './removal-notes.ts';
import { findMarkdownFault, renderMarkdown } from './render-markdown.ts';
import { createUrlResolver } from './resolve-url.ts';
import type { SafeHtml } from './safe-html.ts';
import { createSanitizeGate, type SanitizeGate } from './sanitize-gate.ts';
import { serializeBlocks } from './serialize-blocks.ts';

export {
  type CleanableArticle,
  type CleaningPolicy,
  policyFromConfig,
} from './cleaning-policy.ts';

export type CleaningResult =
  | { readonly ok: true; readonly body: CleanedBody }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Makes the one function that turns an article's hostile body into HTML that a page may hold. */
export type BodyCleaner = (article: CleanableArticle) => CleaningResult;

/** A body may grow this many times, plus a page: a character may take six when it is escaped. */
const MOST_GROWTH = 8;
const GROWTH_ALLOWANCE = 1 << 16;

/**
 * Prepares a cleaner for one policy. It is pure: the same article gives the same body, whatever was cleaned before.
 *
 * A body over one of the policy's limits is refused by name (`body-too-deep`, `body-too-many-elements`,
 * `body-too-many-attributes`, `body-too-many-images`, `body-too-large`, `markdown-too-long`,
 * `markdown-too-many-footnotes`); it is never cut. So is a body of which the sanitizer, which has the last word, would
 * still take something away (`body-refused`): no known input makes one. Everything else is cleaned, and what was taken
 * away is said in the body's diagnostics.
 */
export function createBodyCleaner(policy: CleaningPolicy): BodyCleaner {
  const parse = createBodyParser(policy.limits);
  const site = new URL(policy.siteUrl);
  // A frame of the site's own host would share its origin, and could take off its own sandbox.
  const embedHosts = policy.embedHosts.filter((host) => host !== site.hostname);
  const tools: CleaningTools = {
    policy,
    site,
    embedHosts: new Set(embedHosts),
    judge: policy.judgeProject ?? createProjectJudge(policy.projects),
    gate: createSanitizeGate(embedHosts),
  };
  return (article) => {
    const isMarkdown = article.format === 'markdown';
    const fault = isMarkdown ? findMarkdownFault(article.body) : undefined;
    if (fault !== undefined) return { ok: false, diagnostics: [refusal(article, fault)] };
    const html = isMarkdown ? renderMarkdown(article.body) : article.body;
    const parsed = parse(html);
    return parsed.ok
      ? cleanParsed(parsed, html, article, tools)
      : { ok: false, diagnostics: [describeFault(parsed.fault, article)] };
  };
}

interface CleaningTools {
  readonly policy: CleaningPolicy;
  readonly site: URL;
  readonly embedHosts: ReadonlySet<string>;
  readonly judge: NonNullable<CleaningPolicy['judgeProject']>;
  readonly gate: SanitizeGate;
}

function cleanParsed(
  parsed: ParsedBody & { readonly ok: true },
  source: string,
  article: CleanableArticle,
  { policy, site, embedHosts, judge, gate }: CleaningTools,
): CleaningResult {
  const projectsPath = `${policy.basePath}projects/`;
  const anchors = createAnchors(parsed.anchors);
  const notes = createRemovalNotes();
  let quotedNames: ReadonlySet<string> | undefined;
  const desk = createMentionDesk({
    judge,
    links: policy.projects.links,
    projectsPath,
    quotedNames: () => (quotedNames ??= listQuotedNames(source)),
    locate: (id) => locateProject(article, id),
  });
  const denied = createDenyRules(findSourceRules(article, policy.sources ?? []));
  const reading: Omit<Reading, 'readInto'> = {
    urls: createUrlResolver({ site, basePath: policy.basePath, sourceUrl: article.sourceUrl }),
    anchors,
    notes,
    labels: labelsFor(article.lang ?? policy.language ?? 'zh-CN'),
    embedHosts,
    projectsPath,
    hooks: { claimAnchors: anchors.claim, settleProjects: desk.settle },
    headingHooks: { claimAnchors: anchors.claim, settleProjects: desk.dismiss },
    beginSection: desk.beginSection,
    headings: [],
    tableLabels: new Map(),
    ...(denied && { deniesImage: denied.deniesImage }),
    images: [],
  };
  const blocks = readBody(denied?.dropFrom(parsed.nodes) ?? parsed.nodes, reading);
  const outline = settleHeadings(dropTitleHeadings(blocks, reading.headings, article.title));
  anchors.settle(blocks, new Set(outline.map(({ id }) => id)));
  if (reading.images.length > 0) nameBareLinks(blocks, reading.labels);
  const written = serializeBlocks(blocks, source.length * MOST_GROWTH + GROWTH_ALLOWANCE);
  if (written === undefined) return { ok: false, diagnostics: [refusal(article, 'body-too-large')] };
  if (!gate.passes(written)) return { ok: false, diagnostics: [refusal(article, 'body-refused')] };
  const text = plainText(blocks);
  return {
    ok: true,
    body: {
      html: written.join('\n') as SafeHtml,
      excerpt: article.excerpt
        ? clipExcerpt(article.excerpt, policy.excerptLength)
        : excerptOf(blocks, policy.excerptLength),
      text,
      count: countText(text),
      outline,
      images: reading.images,
      projects: desk.mentions(),
      diagnostics: notes.toDiagnostics(article),
    },
  };
}

/** Where an author's first link to a project stands; the body's first line when it is written in some other way. */
function locateProject({ body, bodyLine }: CleanableArticle, id: string) {
  const offset = body.search(new RegExp(`project:${id}(?![\\w-])`, 'i'));
  return positionInBody(body, Math.max(0, offset), bodyLine);
}

function describeFault({ rule, limit, offset }: LimitFault, article: CleanableArticle): Diagnostic {
  // Offsets in rendered Markdown say nothing about the file.
  const at = article.format === 'html' ? offset : 0;
  const { message, hint } = LIMIT_FAULTS[rule];
  return {
    file: article.file,
    ...positionInBody(article.body, at, article.bodyLine),
    severity: 'error',
    rule,
    message: message.replace('LIMIT', String(limit)),
    hint,
  };
}

function refusal(article: CleanableArticle, rule: RefusalRule): Diagnostic {
  return {
    file: article.file,
    line: article.bodyLine,
    column: 1,
    severity: 'error',
    rule,
    ...REFUSALS[rule],
  };
}
