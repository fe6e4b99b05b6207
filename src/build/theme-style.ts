import { lightenForDark } from '../content/accent-color.ts';
import type { ThemeConfig } from '../content/site-config.ts';

/** The rules that `theme` of `site.yaml` adds at the end of the stylesheet, where they win; "" where it adds none. */
export function makeThemeStyle({ accent, accentDark }: ThemeConfig): string {
  const dark = accentDark ?? (accent && lightenForDark(accent));
  if (dark === undefined) return '';
  const light = accent === undefined ? '' : `:root,:root[data-theme=sepia]{--accent:${accent}}`;
  return `${light}:root[data-theme=dark]{--accent:${dark}}@media (prefers-color-scheme:dark){:root:not([data-theme]){--accent:${dark}}}`;
}
