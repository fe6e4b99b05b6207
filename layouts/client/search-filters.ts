import { NAMES_PATH, parseFacetNames } from '../../src/search/facet-names.ts';

/** What a filter in a query looks like: its name, a colon, a word or a phrase. */
const FILTERS = {
  category: /(?:^|\s)category:(?:"([^"]*)"|(\S*))/i,
  source: /(?:^|\s)source:(?:"([^"]*)"|(\S*))/i,
  date: /(?:^|\s)date:(?:"([^"]*)"|(\S*))/i,
};

type Filter = keyof typeof FILTERS;

/**
 * The fields that narrow a search down. They read and write the query itself: whoever sends its address to others sends
 * these too.
 *
 * @param onChange - Called when the query has been changed.
 */
export function startSearchFilters(
  section: HTMLElement,
  input: HTMLInputElement,
  onChange: () => void,
): void {
  const panel = section.querySelector<HTMLDetailsElement>('.search-filters');
  if (panel === null) return;
  const field = (name: string) =>
    panel.querySelector<HTMLSelectElement | HTMLInputElement>(`[name="${name}"]`)!;
  const [category, source, from, until] = ['category', 'source', 'from', 'until'].map(field) as [
    HTMLSelectElement,
    HTMLSelectElement,
    HTMLInputElement,
    HTMLInputElement,
  ];
  let names: Promise<void> | undefined;

  const showQuery = (): void => {
    selectValue(category, readFilter(input.value, 'category'));
    selectValue(source, readFilter(input.value, 'source'));
    const [first = '', last = first] = readFilter(input.value, 'date').split('..');
    [from.value, until.value] = [first, last];
  };
  const writeQuery = (): void => {
    let query = writeFilter(input.value, 'category', category.value);
    query = writeFilter(query, 'source', source.value);
    const hasDates = from.value !== '' || until.value !== '';
    input.value = writeFilter(query, 'date', hasDates ? `${from.value}..${until.value}` : '');
    onChange();
  };
  panel.addEventListener('toggle', () => {
    if (!panel.open) return;
    names ??= loadNames(section.dataset.search ?? '', category, source);
    // Without the names the dates can still be chosen.
    names.catch(() => undefined).finally(showQuery);
  });
  panel.addEventListener('change', writeQuery);
}

async function loadNames(
  indexUrl: string,
  category: HTMLSelectElement,
  source: HTMLSelectElement,
): Promise<void> {
  const response = await fetch(indexUrl + NAMES_PATH, { cache: 'no-cache' });
  if (!response.ok) return;
  const { categories, sources } = parseFacetNames(await response.text());
  category.append(...categories.map((name) => new Option(name.replaceAll('/', ' / '), name)));
  source.append(...sources.map((name) => new Option(name, name)));
}

/** A value that is not among the choices, since it was typed, becomes one. */
function selectValue(select: HTMLSelectElement, value: string): void {
  if (![...select.options].some((option) => option.value === value)) select.append(new Option(value, value));
  select.value = value;
}

function readFilter(query: string, filter: Filter): string {
  const match = FILTERS[filter].exec(query);
  return match?.[1] ?? match?.[2] ?? '';
}

/** @param value - "" takes the filter out. */
function writeFilter(query: string, filter: Filter, value: string): string {
  const rest = query.replace(FILTERS[filter], '').trim();
  if (value === '') return rest;
  return `${rest} ${filter}:${/\s/.test(value) ? `"${value}"` : value}`.trim();
}
