const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Older articles are dated, not counted. */
const MAX_AGE = 7 * DAY;

/** Writes how long ago articles appeared: beside the date of an article, in place of the date in lists. */
export function startTimeAgo(now: number): void {
  const formatter = new Intl.RelativeTimeFormat(document.documentElement.lang || undefined);
  const ageOf = (time: HTMLTimeElement) => formatAge(now - Date.parse(time.dateTime), formatter);
  for (const facts of document.querySelectorAll('.facts')) {
    const published = facts.querySelector('time');
    const slot = facts.querySelector('.ago');
    if (published !== null && slot !== null) slot.textContent = ageOf(published);
  }
  for (const time of document.querySelectorAll<HTMLTimeElement>('.card time')) {
    const age = ageOf(time);
    if (age === '') continue;
    time.setAttribute('title', time.textContent ?? '');
    time.textContent = age;
  }
}

/** "" for what is older than a week, or not yet. */
function formatAge(age: number, formatter: Intl.RelativeTimeFormat): string {
  if (!(age >= 0 && age < MAX_AGE)) return '';
  if (age < HOUR) return formatter.format(-Math.max(1, Math.floor(age / MINUTE)), 'minute');
  if (age < DAY) return formatter.format(-Math.floor(age / HOUR), 'hour');
  return formatter.format(-Math.floor(age / DAY), 'day');
}
