import type { MonthCalendar } from '../../src/site/page.ts';
import { listWeekdays } from '../format-date.ts';
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

interface CalendarProps {
  readonly view: View;
  /** Of the page that it stands on. */
  readonly url: string;
  readonly calendar: MonthCalendar;
}

/** Shades of a day, by its share of the busiest day's articles. */
const SHADES = 4;
/** Ms. */
const DAY = 86_400_000;

/** The fragment of a day's articles. @param date - `2022-01-06`. */
export function dayId(date: string): string {
  return `day-${date}`;
}

/** A month as a grid of weeks, each day with its number of articles and the way to them. */
export function Calendar({ view, url, calendar }: CalendarProps) {
  const { strings } = view;
  const weekdays = listWeekdays(strings);
  // Not `Date.UTC`, which takes the year 50 for 1950.
  const first = new Date(0).setUTCFullYear(calendar.year, calendar.month - 1, 1);
  const length = new Date(new Date(0).setUTCFullYear(calendar.year, calendar.month, 0)).getUTCDate();
  const blank = weekdays.findIndex(({ weekday }) => weekday === new Date(first).getUTCDay());
  const weeks = Array.from({ length: Math.ceil((blank + length) / 7) }, (_, week) =>
    weekdays.map((_weekday, column) => week * 7 + column - blank + 1),
  );
  const busiest = Math.max(1, ...calendar.days.map(({ count }) => count));
  const days = new Map(calendar.days.map((entry) => [entry.day, entry]));

  const drawDay = (day: number) => {
    const entry = days.get(day);
    if (entry === undefined) return day >= 1 && day <= length ? <span>{day}</span> : null;
    const date = new Date(first + (day - 1) * DAY).toISOString().slice(0, 10);
    const fragment = `#${dayId(date)}`;
    return (
      <a
        class={`shade-${Math.ceil((entry.count / busiest) * SHADES)}`}
        href={entry.url === url ? fragment : view.link(entry.url) + fragment}
        aria-label={`${day} ${strings.articleCount(entry.count)}`}
      >
        {day} <small>{entry.count}</small>
      </a>
    );
  };
  return (
    <div class="calendar">
      <Months view={view} calendar={calendar} />
      <table>
        <thead>
          <tr>
            {weekdays.map(({ weekday, name }) => (
              <th key={weekday} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>{drawDay(day)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The months beside this one that have articles. */
function Months({ view, calendar: { previous, next } }: Omit<CalendarProps, 'url'>) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="chips" aria-label={view.strings.otherMonths}>
      {previous !== undefined && (
        <a class="button" rel="prev" href={view.link(previous.url)}>
          <Icon name="newer" /> {previous.title}
        </a>
      )}
      {next !== undefined && (
        <a class="button" rel="next" href={view.link(next.url)}>
          {next.title} <Icon name="older" />
        </a>
      )}
    </nav>
  );
}
