import type { ArticlePage, Link } from '../../src/site/page.ts';
import { breaksAtClauses } from '../breaks-at-clauses.ts';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { CategoryName } from '../components/category-name.tsx';
import { Logo } from '../components/logo.tsx';
import { hasOutline, Outline } from '../components/outline.tsx';
import { Picture } from '../components/picture.tsx';
import { ProjectCards } from '../components/project-cards.tsx';
import { Prose } from '../components/prose.tsx';
import { SectionHeading } from '../components/section-heading.tsx';
import { Share } from '../components/share.tsx';
import { Time } from '../components/time.tsx';
import { hurryFirstPicture, opensWithPicture } from '../opening-picture.ts';
import type { PageBody } from '../page-body.ts';
import { urlHost } from '../url-host.ts';
import type { View } from '../view.ts';

interface ArticleProps {
  readonly view: View;
  readonly page: ArticlePage;
  readonly body: PageBody;
}

/** One article, with its place in the site before it and what to read next behind it. */
export function Article({ view, page, body }: ArticleProps) {
  const hasSide = hasOutline(body.outline, page.toc);
  const isOpening = opensWithPicture(body, page.thumbnail && view.link(page.thumbnail.src));
  const { html } = isOpening ? hurryFirstPicture(body) : body;
  return (
    <>
      <article class={hasSide ? 'article article-with-outline' : 'article'}>
        <ArticleHeader view={view} page={page} />
        {!isOpening && (
          <figure class={page.thumbnail === undefined ? 'article-picture article-band' : 'article-picture'}>
            <Picture
              view={view}
              thumbnail={page.thumbnail}
              title={page.title}
              color={page.categories[0]?.[0]?.color}
              isFirst
            />
          </figure>
        )}
        <Outline view={view} entries={body.outline} isWanted={page.toc} lang={page.lang} />
        <Prose view={view} html={html} lang={page.lang} />
        <ArticleFooter view={view} page={page} />
      </article>
      <Neighbours view={view} page={page} />
      <Related view={view} page={page} />
    </>
  );
}

function ArticleHeader({ view, page }: Omit<ArticleProps, 'body'>) {
  const { strings } = view;
  // One face: a row of them would say more than the story.
  const portrayed = page.authors.length === 1 ? page.authors.find(({ portrait }) => portrait) : undefined;
  return (
    <header class="article-header">
      <Breadcrumb view={view} path={page.categories[0] ?? []} />
      <h1 class={breaksAtClauses(page.title) ? 'headline clauses' : 'headline'} lang={page.lang}>
        {page.title}
      </h1>
      <div class={portrayed === undefined ? 'dateline' : 'dateline dateline-portrait'}>
        {portrayed !== undefined && (
          <Logo view={view} name={portrayed.title} src={portrayed.portrait} isPortrait />
        )}
        {(page.draft || page.future) && (
          <p>
            <span class="badge">{page.draft ? strings.draft : strings.future}</span>
          </p>
        )}
        {page.authors.length > 0 && (
          <p class="byline">
            <Links view={view} links={page.authors} rel="author" />
          </p>
        )}
        <p class="facts">
          <Time view={view} at={page.date} />
          <span>{strings.readingTime(page.readingMinutes)}</span>
          {page.updated !== undefined && page.updated > page.date && (
            <span>
              {strings.updated} <Time view={view} at={page.updated} />
            </span>
          )}
          <span class="ago" />
        </p>
      </div>
    </header>
  );
}

function Links({ view, links, rel }: { view: View; links: readonly Link[]; rel?: string }) {
  return (
    <>
      {links.map((link, index) => (
        <>
          {index > 0 && view.strings.listSeparator}
          <a href={view.link(link.url)} rel={rel}>
            {link.title}
          </a>
        </>
      ))}
    </>
  );
}

function ArticleFooter({ view, page }: Omit<ArticleProps, 'body'>) {
  const { strings } = view;
  const otherPaths = page.categories.slice(1);
  return (
    <footer class="article-footer">
      {page.sourceUrl !== undefined && <SourceCredit view={view} url={page.sourceUrl} />}
      {otherPaths.length > 0 && (
        <p>
          {strings.filedUnder}{' '}
          {otherPaths.map((path) => (
            <CategoryName key={path.at(-1)?.url} view={view} path={path} />
          ))}
        </p>
      )}
      {page.tags.length > 0 && (
        <ul class="chips">
          {page.tags.map((tag) => (
            <li key={tag.url}>
              <a class="chip" href={view.link(tag.url)} rel="tag">
                {tag.title}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Share view={view} />
      {page.projects.length > 0 && (
        <section aria-labelledby="mentioned">
          <h2 id="mentioned">{strings.mentionedProjects}</h2>
          <ProjectCards view={view} projects={page.projects} />
        </section>
      )}
    </footer>
  );
}

/** @param url - Absolute http(s) URL. */
function SourceCredit({ view, url }: { readonly view: View; readonly url: string }) {
  const { strings } = view;
  return (
    <p class="source-credit">
      {strings.source} <span>{urlHost(url)}</span>{' '}
      <a href={url} rel="external noopener nofollow">
        {strings.readOriginal}
      </a>
    </p>
  );
}

function Neighbours({ view, page }: Omit<ArticleProps, 'body'>) {
  const { strings } = view;
  if (page.previous === undefined && page.next === undefined) return null;
  return (
    <nav class="neighbours" aria-label={strings.neighbours}>
      {page.previous !== undefined && (
        <a rel="prev" href={view.link(page.previous.url)}>
          <small>{strings.previous}</small>
          <span>{page.previous.title}</span>
        </a>
      )}
      {page.next !== undefined && (
        <a class="neighbour-next" rel="next" href={view.link(page.next.url)}>
          <small>{strings.next}</small>
          <span>{page.next.title}</span>
        </a>
      )}
    </nav>
  );
}

function Related({ view, page }: Omit<ArticleProps, 'body'>) {
  if (page.related.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      {view.recall('heading of related articles', () => (
        <SectionHeading view={view} id="related">
          {view.strings.related}
        </SectionHeading>
      ))}
      <div class="tiles">
        {page.related.map((card) => (
          <Card key={card.url} view={view} card={card} form="tile" level={3} />
        ))}
      </div>
    </section>
  );
}
