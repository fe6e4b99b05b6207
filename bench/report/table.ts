/** Rows under columns, not yet drawn. */
export interface Table {
  readonly columns: readonly Column[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly title: string;
  /** Default: left. */
  readonly align?: 'right';
}

/**
 * Draws a table as Markdown that also reads well as it stands: columns are as wide as their widest cell.
 *
 * @returns Lines that each end in a line break.
 */
export function formatTable({ columns, rows }: Table): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = columns.map(({ title }, at) =>
    Math.max(3, title.length, ...cells.map((row) => row[at]!.length)),
  );
  const draw = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (columns[at]!.align === 'right' ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(' | ')} |\n`;
  const rule = columns.map(({ align }, at) =>
    align === 'right' ? `${'-'.repeat(widths[at]! - 1)}:` : '-'.repeat(widths[at]!),
  );
  return draw(columns.map(({ title }) => title)) + draw(rule) + cells.map(draw).join('');
}
