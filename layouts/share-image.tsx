import { SHARE_IMAGE_SIZE, type ShareImage } from '../src/site/share-image.ts';
import { hashText, inkOn, STRAIGHT_MOTIFS } from './components/placeholder.tsx';

/** The face of `fonts/share-serif.otf`. */
export const SHARE_FONT = 'Noto Serif CJK SC';

/** What the font has. A name in another script is left out: the colour and the site's name stay. */
const DRAWABLE =
  /^(?!.*\p{Cc})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

const MARGIN = 80;
const LARGEST = 190;

/** The drawing of a share image, as SVG: in the section's colour, its name below the site's. */
export function drawShareImage({ siteTitle, section, color }: ShareImage): string {
  const { width, height } = SHARE_IMAGE_SIZE;
  const ink = inkOn(color);
  const seed = hashText(`${siteTitle} ${section ?? ''}`);
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
      {section !== undefined && <Line text={siteTitle} y={140} size={64} ink={ink} />}
      <Line text={large} y={height - 150} size={LARGEST} ink={ink} />
    </svg>
    // XML 1.0, section 2.4: in text only, since attributes hold none of it.
  ).html
    .replaceAll(']]>', ']]&gt;');
}

interface LineProps {
  readonly text: string;
  readonly y: number;
  /** As large as it may be. */
  readonly size: number;
  readonly ink: string;
}

function Line({ text, y, size, ink }: LineProps) {
  if (!DRAWABLE.test(text)) return null;
  // A Han character is as wide as the type; a capital of this face three quarters of it at most.
  const ems = [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 1 : 0.7), 0);
  const room = (SHARE_IMAGE_SIZE.width - 2 * MARGIN) / Math.max(1, ems);
  return (
    <text
      x={MARGIN}
      y={y}
      fill={ink}
      font-family={SHARE_FONT}
      font-weight="700"
      font-size={Math.floor(Math.min(size, room))}
    >
      {text}
    </text>
  );
}
