import { locateOffset } from '../content/locate-offset.ts';
import { type ArticleSource, type ParsedArticle, parseArticle } from '../content/parse-article.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { findSourceRules, holdBack } from '../content/source-rules.ts';
import { type BodyCleaner, createBodyCleaner, policyFromConfig } from '../html/clean-body.ts';
import type { CleanedBody } from '../html/cleaned-body.ts';
import { readPlainBody } from '../html/plain-body.ts';
import { findMarkdownFault, renderMarkdown } from '../html/render-markdown.ts';
import { createUrlResolver, type UrlResolver } from '../html/resolve-url.ts';
import { summarizeArticle } from '../site/summarize-article.ts';
import { type CheckContext, checkArticle } from './check-article.ts';
import type { CheckRecord } from './check-record.ts';
import { limitFindings } from './finding.ts';

export type SourceChecker = (
  source: ArticleSource,
  parsed?: ParsedArticle & { readonly ok: true },
) => CheckRecord;

/**
 * Makes the function that checks one file by itself. It says all that publishing the file would say, but cleans its body only
 * where cleaning may have something to say: of most bodies it takes a look to know that it has not.
 */
export function createSourceChecker(config: SiteConfig): SourceChecker {
  const options = { timeZone: config.timeZone, limits: config.limits };
  // It takes a while to load what it knows of words.
  let cleaner: BodyCleaner | undefined;
  return (source, known) => {
    const parsed = known ?? parseArticle(source, options);
    if (!parsed.ok) return parsed;
    const { text } = parsed;
    const article = holdBack(parsed.article, config.sources ?? []);
    const { file } = source;
    const context = checkContext(config, article.sourceUrl);
    let look = readPlain(parsed, config, context.urls);
    if (look === undefined) {
      cleaner ??= createBodyCleaner(policyFromConfig(config));
      const cleaned = cleaner({ ...article, file });
      if (!cleaned.ok) return { ok: false, diagnostics: [...parsed.diagnostics, ...cleaned.diagnostics] };
      look = lookAt(cleaned.body);
    }
    const { images, diagnostics, isTagged, namesProjects } = look;
    const { findings, facts } = checkArticle(parsed, context);
    return {
      ok: true,
      summary: summarizeArticle({ ...article, excerpt: '' }, { ...NOTHING, images }, ''),
      diagnostics: [...parsed.diagnostics, ...diagnostics],
      findings: limitFindings(findings).map(({ rule, message, offset }) => ({
        rule,
        message,
        ...locateOffset(text, offset),
      })),
      facts,
      isTagged,
      namesProjects,
    };
  };
}

/** What there is to say of a body. */
interface BodyLook extends Pick<CleanedBody, 'images' | 'diagnostics'> {
  readonly isTagged: boolean;
  readonly namesProjects: boolean;
}

function lookAt({ images, diagnostics, projects }: CleanedBody): BodyLook {
  return {
    images,
    diagnostics,
    isTagged: projects.length > 0,
    namesProjects: projects.some(({ written }) => written !== undefined),
  };
}

const NOTHING = { excerpt: '', count: { characters: 0, words: 0 }, projects: [] };

/** Without cleaning it: undefined where cleaning may have something to say. */
function readPlain(
  { article }: ParsedArticle & { readonly ok: true },
  { limits, sources = [] }: SiteConfig,
  urls: UrlResolver,
): BodyLook | undefined {
  const { format, body } = article;
  // What is taken out of it decides what is left to speak of.
  if (findSourceRules(article, sources).length > 0) return undefined;
  if (format !== 'html' && findMarkdownFault(body) !== undefined) return undefined;
  const plain = readPlainBody(format === 'html' ? body : renderMarkdown(body), { limits, urls });
  return plain && { ...plain, diagnostics: [], namesProjects: false };
}

/** What checking one article has to know of the site. @param sourceUrl - Of the article. */
export function checkContext(config: SiteConfig, sourceUrl: string | undefined): CheckContext {
  const urls = createUrlResolver({ site: new URL(config.url), basePath: config.basePath, sourceUrl });
  return { urls, language: config.language };
}
