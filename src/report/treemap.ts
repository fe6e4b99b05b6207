import * as Plot from '@observablehq/plot';
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { CategoryCount } from './count-categories.ts';
import { seriesColors } from './draw-plot.ts';

interface Node {
  readonly path: readonly string[];
  readonly count: number;
  readonly children: Node[];
}

interface Tile {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly top: string;
  readonly title: string;
  readonly name: string;
  readonly number: string;
}

export const NO_CATEGORY = '(none)';

/** Categories as areas: children in their parents, in the colour of the top one. */
export function drawTreemap(
  counts: readonly CategoryCount[],
  { width, height }: { readonly width: number; readonly height: number },
): Plot.PlotOptions {
  const tiles = layTiles(counts, width, height);
  const tops = rankTops(counts);
  return {
    width,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    color: { type: 'ordinal', domain: tops, range: seriesColors(tops.length) },
    marks: [
      Plot.rect(tiles, {
        x1: 'x1',
        x2: 'x2',
        y1: 'y1',
        y2: 'y2',
        fill: 'top',
        fillOpacity: 0.28,
        stroke: 'top',
        strokeOpacity: 0.7,
        title: 'title',
        z: null,
        rx: 2,
      }),
      Plot.text(tiles, {
        x: ({ x1 }: Tile) => x1 + 6,
        y: ({ y1 }: Tile) => y1 + 6,
        text: ({ name, number }: Tile) => (name === '' ? '' : `${name}\n${number}`),
        textAnchor: 'start',
        lineAnchor: 'top',
        fontSize: FONT,
      }),
    ],
  };
}

/** Top categories, the largest first. */
export function rankTops(counts: readonly CategoryCount[]): string[] {
  const sums = new Map<string, number>();
  for (const { path, count } of counts) {
    const top = path[0] ?? NO_CATEGORY;
    sums.set(top, (sums.get(top) ?? 0) + count);
  }
  return [...sums].sort((a, b) => b[1] - a[1]).map(([top]) => top);
}

function layTiles(counts: readonly CategoryCount[], width: number, height: number): readonly Tile[] {
  const root = hierarchy(growTree(counts), ({ children }) => children)
    .sum(({ count, children }) => (children.length === 0 ? count : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Node>().tile(treemapSquarify).size([width, height]).paddingInner(2).round(true)(root);
  return laid
    .leaves()
    .filter(({ value }) => (value ?? 0) > 0)
    .map(({ x0, x1, y0, y1, data, value }) => {
      const full = data.path.length === 0 ? NO_CATEGORY : data.path.join(' › ');
      const fits = y1 - y0 >= FONT * 3;
      return {
        x1: x0,
        x2: x1,
        y1: y0,
        y2: y1,
        top: data.path[0] ?? NO_CATEGORY,
        title: `${full}: ${value}`,
        name: fits ? nameTile(data.path, x1 - x0 - 12) : '',
        number: String(value),
      };
    });
}

/** What is filed under a parent itself becomes a leaf beside the children, named as the parent. */
function growTree(counts: readonly CategoryCount[]): Node {
  const root: Node = { path: [], count: 0, children: [] };
  const nodes = new Map<string, Node>([['[]', root]]);
  const nodeOf = (path: readonly string[]): Node => {
    const key = JSON.stringify(path);
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node: Node = { path, count: 0, children: [] };
    nodes.set(key, node);
    nodeOf(path.slice(0, -1)).children.push(node);
    return node;
  };
  for (const { path, count } of counts) nodeOf(path).children.push({ path, count, children: [] });
  return root;
}

const FONT = 12;

/** The path below the top category, which the colour tells; where that is too long, the category's own name. */
function nameTile(path: readonly string[], width: number): string {
  const below = path.slice(1).join(' › ');
  const own = path.at(-1) ?? NO_CATEGORY;
  return below !== '' && fitText(below, width) === below ? below : fitText(own, width);
}

/** The text, or as much of it as a width holds with an ellipsis; "" where not even two characters fit. */
function fitText(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let fitting = '';
  for (const character of text) {
    if (widthOf(`${fitting}${character}…`) > width) break;
    fitting += character;
  }
  return fitting.length < 2 ? '' : `${fitting}…`;
}

/** In pixels, about: Chinese takes a square, Latin a little more than half of one. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffff]/.test(character) ? FONT : FONT * 0.6;
  return width;
}
