import type { View } from '../view.ts';

const DEFAULT_COLOR = '#4a5a6a';
const EAST_ASIAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
/** The first two East Asian characters, or else the first word of another script. */
const FIRST_GLYPHS = new RegExp(`[${EAST_ASIAN}]{1,2}|(?:(?![${EAST_ASIAN}])[\\p{L}\\p{N}\\p{M}])+`, 'u');
/** Articles say nothing of a title. */
const LEADING_ARTICLE = /^(?:the|an?)\s+/i;
/** A longer word is cut to its initial: at nine letters the type would be smaller than a headline's. */
const MAX_LETTERS = 8;

interface PlaceholderProps {
  readonly view: View;
  readonly title: string;
  /** `#rrggbb`; absent: slate. */
  readonly color?: string | undefined;
}

/**
 * The picture of an article that has none, drawn from its section's colour and its title; it also lies under every
 * thumbnail, and shows when the picture fails. The same title always gives the same drawing. Decorative: the title
 * stands beside it. Colours are SVG attributes, since the Content-Security-Policy forbids `style`.
 */
export function Placeholder({ view, title, color = DEFAULT_COLOR }: PlaceholderProps) {
  const ink = inkOn(color);
  const seed = hashText(title);
  const motif = seed % MOTIFS.length;
  const shade = (seed >>> 8) % MOTIFS.length;
  const glyphs = findGlyphs(title);
  return (
    <svg
      class="placeholder"
      viewBox="0 0 320 180"
      preserveAspectRatio="xMinYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {view.recall(`placeholder ${color} ${motif} ${shade}`, () => (
        <>
          <path d="M0 0h320v180H0z" fill={color} />
          <path d={MOTIFS[motif]} fill={ink} fill-opacity=".13" />
          <path d={MOTIFS[shade]} fill="#000" fill-opacity=".12" />
        </>
      ))}
      <text x="24" y="152" fill={ink} font-size={glyphSize(glyphs)}>
        {glyphs}
      </text>
    </svg>
  );
}

/** Shapes in a 320 × 180 box, two of which overlap in each drawing. */
const MOTIFS: readonly string[] = [
  'M320 40A140 140 0 0 0 180 180h140z',
  'M210 0h110v180L120 180z',
  'M168 24h128v12H168zm0 32h128v12H168zm0 32h88v12h-88z',
  'M320 0v150A150 150 0 0 1 170 0z',
  'M250 20a70 70 0 1 1 0 140 70 70 0 0 1 0-140z',
  'M0 0h320L0 120z',
  'M184 24h52v132h-52zm60 0h52v132h-52z',
  'M0 180 160 60l160 120z',
  'M270 0h50v180h-50zM200 0h35v180h-35zM155 0h18v180h-18z',
  'M0 108h320v10H0zm0 22h320v22H0zm0 34h320v16H0z',
];

/** Those without curves. */
export const STRAIGHT_MOTIFS: readonly string[] = MOTIFS.filter((motif) => !/a/i.test(motif));

function findGlyphs(title: string): string {
  const glyphs = FIRST_GLYPHS.exec(title.replace(LEADING_ARTICLE, ''))?.[0] ?? '';
  const letters = [...glyphs];
  return letters.length > MAX_LETTERS ? (letters[0] ?? '') : glyphs;
}

/** As large as fits: a Han character is as wide as the type size, a letter a little over half of it. */
function glyphSize(glyphs: string): number {
  const isWide = glyphs.length <= 2;
  return isWide ? 104 : Math.min(104, Math.floor(272 / (0.62 * glyphs.length)));
}

/** What is legible on a colour. @param color - `#rrggbb`. */
export function inkOn(color: string): string {
  return isLight(color) ? '#1a1a1a' : '#fff';
}

/** Whether black reads better on the colour than white: relative luminance above 0.18 (WCAG 2.2). */
function isLight(color: string): boolean {
  const channel = (start: number) => LINEAR[Number.parseInt(color.slice(start, start + 2), 16)] ?? 0;
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) > 0.3;
}

/** Channels of sRGB as light, 0 to 1, by their value from 0 to 255. */
const LINEAR: readonly number[] = Array.from({ length: 256 }, (_, value) => (value / 255) ** 2.2);

/** FNV-1a over UTF-16 code units: stable across machines, and spread enough to pick a shape. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
