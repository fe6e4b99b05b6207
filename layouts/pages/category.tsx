import type { CategoryPage } from '../../src/site/page.ts';
import { Card } from '../components/card.tsx';
import { Icon } from '../components/icon.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Pagination } from '../components/pagination.tsx';
import type { View } from '../view.ts';

/** The front of a category: its lead, its newest, and the way into its children and its past. */
export function Category({ view, page }: { readonly view: View; readonly page: CategoryPage }) {
  const { strings } = view;
  const depth = page.path.length;
  return (
    <>
      <PageHeading
        view={view}
        title={page.title}
        path={page.path.slice(0, -1)}
        color={page.path[0]?.color}
        note={strings.articleCount(page.count)}
      >
        {page.description !== undefined && <p class="standfirst">{page.description}</p>}
        {(page.children.length > 0 || page.feed !== undefined) && (
          <nav aria-label={strings.subcategories}>
            <ul class="chips">
              {page.children.map(({ category, count }) => (
                <li key={category.url}>
                  <a class="chip" href={view.link(category.url)}>
                    {category.title} <small>{count}</small>
                  </a>
                </li>
              ))}
              {page.feed !== undefined && (
                <li>
                  <a class="chip" href={view.link(page.feed)} type="application/rss+xml">
                    <Icon name="feed" /> {strings.subscribe}
                  </a>
                </li>
              )}
            </ul>
          </nav>
        )}
      </PageHeading>
      {page.lead === undefined && page.articles.length === 0 && <p class="empty">{strings.empty}</p>}
      {page.lead !== undefined && (
        <Card view={view} card={page.lead} form="lead" level={2} knownLevels={depth} />
      )}
      {page.articles.length > 0 && (
        <div class="tiles">
          {page.articles.map((card) => (
            <Card key={card.url} view={view} card={card} form="tile" level={2} knownLevels={depth} />
          ))}
        </div>
      )}
      <Pagination view={view} older={page.older} />
    </>
  );
}
