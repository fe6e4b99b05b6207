import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { Markup } from '../../layouts/jsx/markup.ts';

/** What a plot is given to draw itself for one width. @param width - In CSS pixels. */
export type PlotOfWidth = (width: number) => Plot.PlotOptions;

/** Colours of series, in their order; the report's style says what they are in light and dark. */
export function seriesColors(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `var(--series-${Math.min(index, 7) + 1})`);
}

/**
 * Draws a plot as SVG, without a browser.
 *
 * @param options - As for `Plot.plot`; without legends, which the report has of its own.
 * @param label - What it shows, for those who can't see it.
 */
export function drawPlot(options: Plot.PlotOptions, label: string): Markup {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const drawn = Plot.plot({
    style: { background: 'none', fontSize: '12px', overflow: 'visible' },
    ...options,
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    ariaLabel: label,
  });
  drawn.setAttribute('role', 'img');
  // Its texts and attributes went through the document, which escapes them.
  return new Markup(drawn.outerHTML);
}
