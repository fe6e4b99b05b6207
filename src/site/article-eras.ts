import { PlannedArticle, Surroundings } from './article-pages.ts';
import type { Imprint } from './imprint.ts';
import { type PageGroup, PlannedGroup } from './page-group.ts';
import type { Site, SiteArticle } from './site.ts';
import { walkCategories } from './walk-categories.ts';

/**
 * Groups the pages of articles by age: so many articles are an era, counted from the oldest, so that a new article joins
 * the newest era and moves no other.
 *
 * What stands for an era: all older articles and itself, as a chain from era to era, for what an article's page shows of
 * older ones (related articles, the one before it, where its projects were in the news before) may be anywhere among them;
 * the identities of the names that came into use until then, which with the articles' own decide who shares what; and what
 * else its pages show that newer articles decide or files.
 *
 * @returns The newest era first, and in each the newest article.
 */
export function groupArticlePages(site: Site, imprint: Imprint, eraSize: number): PageGroup[] {
  const surroundings = new Surroundings(site);
  const eras = cutEras(site.articles, eraSize);
  let identities: readonly string[] | undefined;
  return eras
    .map(
      (articles, era) =>
        new PlannedGroup({
          name: `articles ${era}`,
          identify: () => {
            identities ??= identifyEras(site, { eras, eraSize, surroundings, imprint });
            return identities[era]!;
          },
          urls: () => articles.map(({ url }) => url),
          plan: () => articles.map((article) => new PlannedArticle(article, surroundings)),
        }),
    )
    .reverse();
}

/** The oldest era first; in each the newest article. */
function cutEras(articles: readonly SiteArticle[], eraSize: number): readonly (readonly SiteArticle[])[] {
  const eras: (readonly SiteArticle[])[] = [];
  for (let end = articles.length; end > 0; end -= eraSize)
    eras.push(articles.slice(Math.max(0, end - eraSize), end));
  return eras;
}

interface EraContext {
  readonly eras: readonly (readonly SiteArticle[])[];
  readonly eraSize: number;
  readonly surroundings: Surroundings;
  readonly imprint: Imprint;
}

function identifyEras(site: Site, { eras, eraSize, surroundings, imprint }: EraContext): readonly string[] {
  const newNames = listNewNames(site, eras.length, eraSize);
  let past = '';
  return eras.map((articles, era) => {
    past = imprint.add(past, newNames[era]!).addArticles(articles).take();
    imprint.add(past);
    for (const [at, article] of articles.entries()) {
      const next = surroundings.neighbours.nextOf(article);
      if (next !== undefined) imprint.addArticle(next);
      const rest = describeRest(article, surroundings, next === undefined);
      if (rest !== '') imprint.add(`${at} ${rest}`);
    }
    return imprint.take();
  });
}

/** What few articles have; mostly nothing. */
function describeRest(article: SiteArticle, surroundings: Surroundings, isNewest: boolean): string {
  const pictures = surroundings.measurePictures(article);
  const { movedProjects } = surroundings.findTargets(article);
  let rest = isNewest ? 'newest ' : '';
  if (article.future) rest += 'future ';
  if (surroundings.hasShareImage(article)) rest += 'share image ';
  if (pictures !== undefined) rest += JSON.stringify(pictures);
  if (movedProjects !== undefined) rest += JSON.stringify(movedProjects);
  return rest;
}

/**
 * For each era what stands for the names that no older article has. An article's own identity stands for what it wrote; with
 * these, for the categories, tags, authors and projects that are meant.
 */
function listNewNames(site: Site, count: number, eraSize: number): readonly string[] {
  const names = new Array<string>(count).fill('');
  const enter = (oldest: SiteArticle | undefined, kind: string, identity: string): void => {
    if (oldest === undefined) return;
    names[Math.floor((site.articles.length - 1 - oldest.position) / eraSize)]! += `${kind} ${identity}\n`;
  };
  for (const category of walkCategories(site.categories))
    enter(category.articles.at(-1), 'category', category.identity);
  for (const { articles, identity } of site.tags) enter(articles.at(-1), 'tag', identity);
  for (const { articles, identity } of site.authors) enter(articles.at(-1), 'author', identity);
  for (const { mentions, identity, ids } of site.projects)
    enter(mentions.at(-1)?.article, 'project', `${identity} ${ids.join(' ')}`);
  return names;
}
