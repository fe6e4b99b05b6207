import type { Markup } from '../../layouts/jsx/markup.ts';
import { drawPlot, type PlotOfWidth } from './draw-plot.ts';

/** What the report shows of one matter. */
export interface FigureProps {
  readonly id: string;
  readonly title: string;
  /** A sentence on what it shows. */
  readonly caption: string;
  readonly plot: PlotOfWidth;
  /** Names of its series, in the order of their colours. */
  readonly legend?: readonly string[];
  readonly table: TableProps;
}

export interface TableProps {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** In CSS pixels: one drawing for phones, one for everything wider, so that texts keep their size. */
const NARROW = 320;
const WIDE = 880;

/** A plot with its legend, and its numbers as a table. */
export function Figure({ id, title, caption, plot, legend = [], table }: FigureProps): Markup {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="caption">{caption}</p>
      {legend.length > 0 ? <Legend names={legend} /> : null}
      <div class="narrow">{drawPlot(plot(NARROW), `${title}. ${caption}`)}</div>
      <div class="wide">{drawPlot(plot(WIDE), `${title}. ${caption}`)}</div>
      <details>
        <summary>The numbers</summary>
        <Table columns={table.columns} rows={table.rows} />
      </details>
    </section>
  );
}

function Legend({ names }: { readonly names: readonly string[] }): Markup {
  return (
    <ul class="legend">
      {names.map((name, index) => (
        <li>
          <i class={`swatch series-${Math.min(index, 7) + 1}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

export function Table({ columns, rows }: TableProps): Markup {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((value) => (
                <td class={typeof value === 'number' ? 'number' : undefined}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
