import { shortHash } from './short-hash.ts';

/**
 * Colours for categories that have none in `site.yaml`. Each has a contrast of at least 4.5:1 with white, as WCAG 2.2
 * (1.4.3) asks for white text on it, and of at least 3:1 with #111111 (1.4.11) for marks on a dark page.
 */
export const CATEGORY_PALETTE: readonly string[] = Object.freeze([
  '#b4532a',
  '#a8484f',
  '#b0457f',
  '#8e55b5',
  '#6a60c4',
  '#3f6fc0',
  '#1f7a9c',
  '#1c7f7a',
  '#2b8053',
  '#5a7a2a',
  '#86702a',
  '#7a6a5c',
]);

/** `#rrggbb` for a name: always the same one. */
export function drawCategoryColor(name: string): string {
  const at = Number.parseInt(shortHash(name, 2), 36) % CATEGORY_PALETTE.length;
  return CATEGORY_PALETTE[at]!;
}
