import type { Article } from './article.ts';
import type { SourceConfig } from './site-config.ts';

/** The entries of `sources` in `site.yaml` that an article falls under, in their order. */
export function findSourceRules(
  { sourcePath, sourceUrl }: Pick<Article, 'sourcePath' | 'sourceUrl'>,
  sources: readonly SourceConfig[],
): readonly SourceConfig[] {
  if (sources.length === 0) return sources;
  const host = sourceUrl !== undefined && URL.canParse(sourceUrl) ? new URL(sourceUrl).hostname : '';
  const path = `${sourcePath.normalize('NFC')}/`;
  return sources.filter(
    (source) =>
      (source.host === undefined || isHostWithin(host, source.host)) &&
      (source.path === undefined || path.startsWith(`${source.path}/`)),
  );
}

/** An article of a source that is not to be published is a draft. */
export function holdBack(article: Article, sources: readonly SourceConfig[]): Article {
  return findSourceRules(article, sources).some(({ publish }) => publish === false)
    ? { ...article, draft: true }
    : article;
}

/** Whether a host is another, or a subdomain of it. Both in lower case. */
export function isHostWithin(host: string, whole: string): boolean {
  return host === whole || host.endsWith(`.${whole}`);
}
