/** The papers that an accent stands on, by `layouts/styles/tokens.css`: pages and washes of the light and sepia themes. */
export const LIGHT_PAPERS: readonly string[] = Object.freeze(['#ffffff', '#f5f3ef', '#f8f1e2', '#f0e6d1']);
/** The same of the dark theme. */
export const DARK_PAPERS: readonly string[] = Object.freeze(['#14161a', '#1e2126']);

/** WCAG 2.2, 1.4.3: contrast of text. */
const LEAST = 4.5;

/**
 * The paper on which an accent is hardest to read, where it is too hard.
 *
 * @param color - `#rrggbb`.
 * @returns undefined where text in the colour keeps WCAG AA on every paper.
 */
export function findIllegible(
  color: string,
  papers: readonly string[],
): { readonly paper: string; readonly ratio: number } | undefined {
  const ratios = papers.map((paper) => ({ paper, ratio: contrast(color, paper) }));
  const worst = ratios.reduce((least, each) => (each.ratio < least.ratio ? each : least));
  return worst.ratio < LEAST ? worst : undefined;
}

/** The colour, made lighter until text in it can be read on the papers of the dark theme. @param color - `#rrggbb`. */
export function lightenForDark(color: string): string {
  let lighter = color;
  for (let share = 0.05; findIllegible(lighter, DARK_PAPERS) !== undefined; share += 0.05)
    lighter = mixWithWhite(color, Math.min(1, share));
  return lighter;
}

function mixWithWhite(color: string, share: number): string {
  const mixed = channelsOf(color).map((channel) => Math.round(channel + (255 - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** 1 to 21, as WCAG 2.2 defines it. */
function contrast(first: string, second: string): number {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(color: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}
