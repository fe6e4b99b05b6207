import { CASES } from '../compare/cases.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { RoomCosts } from '../measure/measure-rooms.ts';
import { median } from '../measure/median.ts';
import type { Table } from './table.ts';

/** Broadsheet's own account of its builds: ms by stage and case, medians of the runs. */
export function tabulateStages({ samples }: Pick<Comparison, 'samples'>): Table {
  const accounts = samples.filter(({ stages }) => stages !== undefined);
  const cases = CASES.filter((name) => accounts.some((sample) => sample.case === name));
  const stages = [...new Set(accounts.flatMap((sample) => Object.keys(sample.stages ?? {})))];
  return {
    columns: [{ title: 'Stage, ms' }, ...cases.map((name) => ({ title: name, align: 'right' }) as const)],
    rows: stages.map((stage) => [
      stage,
      ...cases.map((name) => {
        const known = accounts.flatMap((sample) =>
          sample.case === name ? [sample.stages?.[stage] ?? 0] : [],
        );
        return Math.round(median(known)).toString();
      }),
    ]),
  };
}

const ROOM_LABELS: { readonly [room in keyof RoomCosts]: string } = Object.freeze({
  parse: 'parse an article',
  clean: 'clean its body',
  summarize: 'summarize it',
  arrange: 'arrange the site, for each article',
  renderArticle: 'render its page',
  renderOther: 'render another page',
  eleventy: 'hand a page through Eleventy',
});

/** Ms by room. */
export function tabulateRooms(costs: RoomCosts): Table {
  return {
    columns: [{ title: 'One process' }, { title: 'ms', align: 'right' }],
    rows: (Object.keys(ROOM_LABELS) as (keyof RoomCosts)[]).map((room) => [
      ROOM_LABELS[room],
      costs[room].toFixed(3),
    ]),
  };
}
