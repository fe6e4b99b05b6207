import type { ArticleCard, ListPage } from '../../src/site/page.ts';
import { AuthorHeading } from '../components/author-heading.tsx';
import { Calendar, dayId } from '../components/calendar.tsx';
import { Card } from '../components/card.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Pagination } from '../components/pagination.tsx';
import { formatDate, formatDay } from '../format-date.ts';
import type { View } from '../view.ts';

/** A list of articles, newest first; a month's is parted by days. */
export function List({ view, page }: { readonly view: View; readonly page: ListPage }) {
  const { strings } = view;
  return (
    <>
      <ListHeading view={view} page={page} />
      {page.calendar !== undefined && <Calendar view={view} url={page.url} calendar={page.calendar} />}
      {page.articles.length === 0 && <p class="empty">{strings.empty}</p>}
      {page.list === 'month' ? (
        groupByDay(page.articles, view.chrome.timeZone).map(({ day, articles }) => (
          <section key={day} class="day" aria-labelledby={dayId(day)}>
            <h2 id={dayId(day)}>{formatDay(articles[0].date, view.chrome.timeZone, strings)}</h2>
            <Rows view={view} articles={articles} level={3} />
          </section>
        ))
      ) : (
        <Rows view={view} articles={page.articles} level={2} />
      )}
      <Pagination view={view} newer={page.newer} older={page.older} pageNumber={page.pageNumber} />
    </>
  );
}

function ListHeading({ view, page }: { readonly view: View; readonly page: ListPage }) {
  const { title, breadcrumb, count, profile } = page;
  const note = count === undefined ? undefined : view.strings.articleCount(count);
  return profile === undefined ? (
    <PageHeading view={view} title={title} path={breadcrumb} note={note} />
  ) : (
    <AuthorHeading view={view} title={title} path={breadcrumb} note={note} profile={profile} />
  );
}

interface RowsProps {
  readonly view: View;
  readonly articles: readonly ArticleCard[];
  readonly level: 2 | 3;
}

function Rows({ view, articles, level }: RowsProps) {
  if (articles.length === 0) return null;
  return (
    <div class="rows rows-list">
      {articles.map((card) => (
        <Card key={card.url} view={view} card={card} form="row" level={level} />
      ))}
    </div>
  );
}

interface Day {
  /** `2022-01-06`, in the site's time zone. */
  readonly day: string;
  readonly articles: readonly [ArticleCard, ...ArticleCard[]];
}

/** Articles of one day together, in the order in which they come. */
function groupByDay(articles: readonly ArticleCard[], timeZone: string): readonly Day[] {
  const days = new Map<string, [ArticleCard, ...ArticleCard[]]>();
  for (const card of articles) {
    const day = formatDate(card.date, timeZone);
    const group = days.get(day);
    if (group === undefined) days.set(day, [card]);
    else group.push(card);
  }
  return [...days].map(([day, group]) => ({ day, articles: group }));
}
