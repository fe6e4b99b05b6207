import type { ArchiveIndexPage } from '../../src/site/page.ts';
import { PageHeading } from '../components/page-heading.tsx';
import { SectionHeading } from '../components/section-heading.tsx';
import { formatMonthName } from '../format-date.ts';
import type { View } from '../view.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** Shades of a month in the calendar, by its share of the busiest month's articles. */
const SHADES = 4;

type Year = ArchiveIndexPage['years'][number];

/** A calendar of months for each year, each with its number of articles, darker where there are more. */
export function ArchiveIndex({ view, page }: { readonly view: View; readonly page: ArchiveIndexPage }) {
  const total = page.years.reduce((sum, year) => sum + year.count, 0);
  const busiest = Math.max(1, ...page.years.flatMap((year) => year.months.map((month) => month.count)));
  return (
    <>
      <PageHeading view={view} title={page.title} note={view.strings.articleCount(total)} />
      {page.years.length === 0 && <p class="empty">{view.strings.empty}</p>}
      <div class="years">
        {page.years.map((year) => (
          <section key={year.year} aria-labelledby={`year-${year.year}`}>
            <SectionHeading view={view} id={`year-${year.year}`}>
              {view.strings.year(year.year)}{' '}
              <small class="note">{view.strings.articleCount(year.count)}</small>
            </SectionHeading>
            <ol class="months">
              {MONTHS.map((month) => (
                <Month key={month} view={view} year={year} month={month} busiest={busiest} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

interface MonthProps {
  readonly view: View;
  readonly year: Year;
  readonly month: number;
  /** Articles in the fullest month of all, at least 1. */
  readonly busiest: number;
}

function Month({ view, year, month, busiest }: MonthProps) {
  const name = formatMonthName(month, view.strings);
  const entry = year.months.find((candidate) => candidate.month === month);
  if (entry === undefined) {
    return (
      <li>
        <span>{name}</span>
      </li>
    );
  }
  return (
    <li>
      <a class={`shade-${Math.ceil((entry.count / busiest) * SHADES)}`} href={view.link(entry.url)}>
        {name} <small>{view.strings.articleCount(entry.count)}</small>
      </a>
    </li>
  );
}
