import { SHARE_IMAGE_SIZE, type ShareImage } from '../src/site/share-image.ts';
import { hashText, inkOn, STRAIGHT_MOTIFS } from './components/placeholder.tsx';

/** The face that names and titles are set in, as shapes: what draws them knows no fonts. */
export interface ShareFont {
  /** Units of an em. */
  readonly unitsPerEm: number;
  /** The glyphs of one line, each with its place from the line's start and SVG path data; in units, upwards. */
  readonly outline: (text: string) => readonly { readonly x: number; readonly outline: string }[];
}

/** What the font has. A name in another script is left out: the colour and the site's name stay. */
const DRAWABLE =
  /^(?!.*\p{Cc})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

const MARGIN = 80;
const LARGEST = 190;

/** Of the lines of a title: the largest type in which it fits is taken, or the smallest, and the title is cut. Pixels. */
const TITLE_SIZES = [104, 84, 68, 56];
/** The space that a title has, in pixels. */
const TITLE_HEIGHT = 330;
const LEADING = 1.3;

/** The drawing of a share image, as SVG: in the section's colour, its name, or an article's title, below the site's. */
export function drawShareImage({ siteTitle, section, title, color }: ShareImage, font: ShareFont): string {
  const { width, height } = SHARE_IMAGE_SIZE;
  const ink = inkOn(color);
  const seed = hashText(`${siteTitle} ${section ?? ''}${title ?? ''}`);
  const motif = STRAIGHT_MOTIFS[seed % STRAIGHT_MOTIFS.length];
  const shade = STRAIGHT_MOTIFS[(seed >>> 8) % STRAIGHT_MOTIFS.length];
  const large = section ?? siteTitle;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={`M0 0h${width}v${height}H0z`} fill={color} />
      <g transform={`scale(${width / 320})`}>
        <path d={motif} fill={ink} fill-opacity=".1" />
        <path d={shade} fill="#000" fill-opacity=".12" />
      </g>
      <path
        d={`M${MARGIN} ${height - 92}h${width - 2 * MARGIN}v8h-${width - 2 * MARGIN}zm0 16h${width - 2 * MARGIN}v3h-${width - 2 * MARGIN}z`}
        fill={ink}
      />
      {title === undefined ? (
        <>
          {section !== undefined && <Line text={siteTitle} y={140} size={64} ink={ink} font={font} />}
          <Line text={large} y={height - 150} size={LARGEST} ink={ink} font={font} />
        </>
      ) : (
        <>
          <Line
            text={[siteTitle, section].filter(Boolean).join(' · ')}
            y={104}
            size={40}
            ink={ink}
            font={font}
          />
          <Title text={title} bottom={height - 140} ink={ink} font={font} />
        </>
      )}
    </svg>
  ).html;
}

interface TitleProps {
  readonly text: string;
  readonly bottom: number;
  readonly ink: string;
  readonly font: ShareFont;
}

/** A title in lines, the last of them on the given one. */
function Title({ text, bottom, ink, font }: TitleProps) {
  const fitted = TITLE_SIZES.map((size) => ({
    size,
    lines: breakLines(text, (SHARE_IMAGE_SIZE.width - 2 * MARGIN) / size),
    most: Math.floor(TITLE_HEIGHT / (size * LEADING)),
  }));
  const { size, lines, most } = fitted.find((tried) => tried.lines.length <= tried.most) ?? fitted.at(-1)!;
  const shown =
    lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, -1)}…`];
  return (
    <>
      {shown.map((line, index) => (
        <Line
          key={line}
          text={line}
          y={Math.round(bottom - (shown.length - 1 - index) * size * LEADING)}
          size={size}
          ink={ink}
          font={font}
        />
      ))}
    </>
  );
}

/** No line begins with one of these; they hang beyond the end of the one before. */
const CLOSING = /^[，。、：；！？）》」』”’…,.:;!?)\]]$/;

/** Lines that are so many ems wide at most, broken between Han characters and between words. */
function breakLines(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  // A Han character, a space, or a word of other characters.
  for (const piece of text.match(
    /[^\S]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+/gu,
  ) ?? []) {
    const size = emsOf(piece);
    if (width + size > ems && line !== '' && !CLOSING.test(piece)) {
      lines.push(line.trim());
      line = '';
      width = 0;
    }
    line += piece;
    width += size;
  }
  return [...lines, line.trim()].filter((known) => known !== '');
}

/** A Han character is as wide as the type; a capital of this face three quarters of it at most. */
function emsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 1 : 0.7), 0);
}

interface LineProps {
  readonly text: string;
  readonly y: number;
  /** As large as it may be. */
  readonly size: number;
  readonly ink: string;
  readonly font: ShareFont;
}

function Line({ text, y, size, ink, font }: LineProps) {
  if (!DRAWABLE.test(text)) return null;
  const room = (SHARE_IMAGE_SIZE.width - 2 * MARGIN) / Math.max(1, emsOf(text));
  const scale = Math.floor(Math.min(size, room)) / font.unitsPerEm;
  return (
    <g fill={ink} transform={`translate(${MARGIN} ${y}) scale(${scale} ${-scale})`}>
      {font
        .outline(text)
        .map(({ x, outline }) => outline !== '' && <path d={outline} transform={`translate(${x})`} />)}
    </g>
  );
}
