import { type Facet, facetTerm } from './facet.ts';
import { foldText } from './fold-text.ts';
import { isEmptyQuery, type Query, type QueryUnit } from './query.ts';
import { readDateRange } from './query-date.ts';

/** What is beyond is not read. In code units. */
export const LONGEST_QUERY = 200;

/** More texts in one query are left out. */
const MOST_UNITS = 12;

/** A phrase, closed by the mark that belongs to the one that opens it. */
const QUOTED = /^(?:"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』)(?=\s|$)/;

/** The names that a filter goes by. In Chinese only before an ASCII colon: `来源：` may well be what is searched for. */
const FILTER_NAMES: readonly (readonly [pattern: RegExp, filter: Facet | 'date' | 'after' | 'before'])[] =
  Object.freeze([
    [/^(?:category[:：]|(?:分类|分類|栏目|欄目):)/i, 'category'],
    [/^(?:(?:source|author)[:：]|(?:来源|來源|作者):)/i, 'source'],
    [/^(?:project[:：]|(?:公司|产品|產品|项目|項目):)/i, 'project'],
    [/^(?:tag[:：]|(?:标签|標籤):)/i, 'tag'],
    [/^(?:date[:：]|日期:)/i, 'date'],
    [/^(?:after[:：]|(?:之后|之後):)/i, 'after'],
    [/^(?:before[:：]|之前:)/i, 'before'],
  ]);

/**
 * Reads a query as readers write it: texts separated by spaces, all of which have to be there; `"a phrase"`; `-without`;
 * `category:`, `source:`, `project:`, `tag:`, each also with a minus before or a phrase behind it; `date:2024`,
 * `date:2024-03..2024-05`, `after:2024-03-01`, `before:2024`. What looks like a filter but is none is a text; so is what
 * looks excluded when nothing else is asked for. Every text is a query: there is no wrong one.
 *
 * @param timeZone - IANA name: of which zone the dates are.
 */
export function parseQuery(text: string, timeZone: string): Query {
  const parts = splitParts(text.slice(0, LONGEST_QUERY));
  const query = readParts(parts, timeZone);
  if (!isEmptyQuery(query) || query.excludedUnits.length === 0) return query;
  return readParts(
    parts.map(({ written }) => ({ written, value: written, isExcluded: false, isQuoted: false })),
    timeZone,
  );
}

interface QueryPart {
  /** As it stands in the query. */
  readonly written: string;
  readonly value: string;
  readonly isExcluded: boolean;
  readonly isQuoted: boolean;
  readonly filter?: (typeof FILTER_NAMES)[number][1];
}

function splitParts(text: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const start = rest;
    const isExcluded = /^[-－−]\S/.test(rest);
    if (isExcluded) rest = rest.slice(1);
    const [name, filter] = findFilter(rest);
    rest = rest.slice(name.length);
    const quoted = QUOTED.exec(rest);
    const value = quoted?.slice(1).find((phrase) => phrase !== undefined) ?? rest.split(/\s/, 1)[0]!;
    rest = rest.slice(quoted?.[0].length ?? value.length);
    const written = start.slice(0, start.length - rest.length);
    parts.push({ written, value, isExcluded, isQuoted: quoted !== null, ...(filter && { filter }) });
    rest = rest.trimStart();
  }
  return parts;
}

/** A filter has a value right behind its name. */
function findFilter(rest: string): readonly [name: string, filter?: QueryPart['filter']] {
  for (const [pattern, filter] of FILTER_NAMES) {
    const name = pattern.exec(rest)?.[0];
    if (name !== undefined && /^\S/.test(rest.slice(name.length))) return [name, filter];
  }
  return [''];
}

function readParts(parts: readonly QueryPart[], timeZone: string): Query {
  const query = {
    units: [] as QueryUnit[],
    excludedUnits: [] as QueryUnit[],
    facets: [] as string[],
    excludedFacets: [] as string[],
  };
  let from = Number.NEGATIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  for (const { written, value, isExcluded, isQuoted, filter } of parts) {
    const range =
      filter === 'date' || filter === 'after' || filter === 'before'
        ? readDateRange(filter, value, timeZone)
        : undefined;
    if (range !== undefined && !isExcluded) {
      from = Math.max(from, range.from ?? from);
      until = Math.min(until, range.until ?? until);
    } else if (filter !== undefined && filter !== 'date' && filter !== 'after' && filter !== 'before') {
      (isExcluded ? query.excludedFacets : query.facets).push(facetTerm(filter, value));
    } else {
      const folded = foldText(filter === undefined ? value : written).replaceAll('\n', ' ');
      const unit = { text: folded, isQuoted };
      const units = isExcluded ? query.excludedUnits : query.units;
      if (folded !== '' && units.length < MOST_UNITS && !units.some(({ text }) => text === folded))
        units.push(unit);
    }
  }
  return {
    ...query,
    ...(from > Number.NEGATIVE_INFINITY && { from }),
    ...(until < Number.POSITIVE_INFINITY && { until }),
  };
}
