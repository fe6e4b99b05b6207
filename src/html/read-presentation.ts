import type { SourceElement } from './parse-body.ts';

/** What an element's attributes say about how it looks, reduced to what the site has a class or an element for. */
export interface Presentation {
  align?: 'center' | 'right' | 'start';
  bold?: true;
  italic?: true;
  struck?: true;
  /** Coloured, other than in a shade of grey. */
  accent?: true;
  /** Taken out of sight by its own attributes. */
  hidden?: true;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
}

const NONE: Presentation = Object.freeze({});

/** Longer styles are not read: they are no use to anyone. */
const LONGEST_STYLE = 2000;
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,4}$/i;

export function readPresentation(element: SourceElement): Presentation {
  let presentation: Presentation | undefined = element.tagName === 'center' ? { align: 'center' } : undefined;
  for (const { name, value } of element.attrs) {
    const read = ATTRIBUTE_READERS.get(name);
    if (read === undefined) continue;
    presentation ??= {};
    read(value, presentation, element);
  }
  return presentation ?? NONE;
}

type AttributeReader = (value: string, presentation: Presentation, element: SourceElement) => void;

const ATTRIBUTE_READERS: ReadonlyMap<string, AttributeReader> = new Map<string, AttributeReader>([
  ['style', (value, presentation) => readStyle(value, presentation)],
  ['class', (value, presentation) => readClasses(value, presentation)],
  ['align', (value, presentation) => readAlignment(value, presentation)],
  ['dir', (value, presentation) => readDirection(value, presentation)],
  [
    'color',
    (value, presentation, { tagName }) => {
      if (tagName === 'font' && isChromatic(value)) presentation.accent = true;
    },
  ],
  [
    'hidden',
    (_value, presentation) => {
      presentation.hidden = true;
    },
  ],
  [
    'lang',
    (value, presentation) => {
      if (LANGUAGE_TAG.test(value)) presentation.lang = value;
    },
  ],
]);

/** The declarations of a `style` attribute that is not too long: property and value, in lower case, trimmed. */
export function* styleDeclarations(style: string): Generator<readonly [property: string, value: string]> {
  if (style.length > LONGEST_STYLE) return;
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).trim();
    yield [
      declaration.slice(0, colon).trim(),
      value.endsWith('!important') ? value.slice(0, -10).trim() : value,
    ];
  }
}

function readStyle(style: string, presentation: Presentation): void {
  for (const [property, value] of styleDeclarations(style)) {
    if (property === 'text-align') readAlignment(value, presentation);
    else if (property === 'color' && isChromatic(value)) presentation.accent = true;
    else if (property === 'display' && value === 'none') presentation.hidden = true;
    else if (property === 'font-weight' && /^(?:bold|bolder|[6-9]00)$/.test(value)) presentation.bold = true;
    else if (property === 'font-style' && value === 'italic') presentation.italic = true;
    else if (property.startsWith('text-decoration') && value.includes('line-through'))
      presentation.struck = true;
    else if (property === 'direction') readDirection(value, presentation);
  }
}

/** Our own classes, so that cleaning twice changes nothing, and the alignment classes of common editors. */
const CLASS_MEANINGS: { readonly [name: string]: Presentation } = Object.freeze({
  'align-center': { align: 'center' },
  'align-right': { align: 'right' },
  'text-center': { align: 'center' },
  'text-right': { align: 'right' },
  'has-text-align-center': { align: 'center' },
  'has-text-align-right': { align: 'right' },
  'ql-align-center': { align: 'center' },
  'ql-align-right': { align: 'right' },
  accent: { accent: true },
  accenttextcolor: { accent: true },
});

function readClasses(value: string, presentation: Presentation): void {
  if (value.length > LONGEST_STYLE) return;
  for (const token of value.toLowerCase().split(/\s+/)) {
    if (Object.hasOwn(CLASS_MEANINGS, token)) Object.assign(presentation, CLASS_MEANINGS[token]);
  }
}

function readAlignment(value: string, presentation: Presentation): void {
  const alignment = value.trim().toLowerCase();
  if (alignment === 'center' || alignment === '-webkit-center' || alignment === 'middle')
    presentation.align = 'center';
  else if (alignment === 'right' || alignment === 'end') presentation.align = 'right';
  else if (alignment === 'left' || alignment === 'start' || alignment === 'justify')
    presentation.align = 'start';
}

function readDirection(value: string, presentation: Presentation): void {
  const direction = value.trim().toLowerCase();
  if (direction === 'ltr' || direction === 'rtl' || direction === 'auto') presentation.dir = direction;
}

const CHROMATIC_NAMES =
  /^(?:red|crimson|firebrick|darkred|maroon|tomato|orangered|orange|darkorange|gold|green|darkgreen|seagreen|teal|blue|mediumblue|darkblue|navy|royalblue|dodgerblue|purple|magenta|fuchsia|deeppink|brown|chocolate)$/;

/** How far apart the strongest and the weakest channel of a colour are (0 to 255) for it to be more than a grey. */
const LEAST_CHROMA = 80;

function isChromatic(color: string): boolean {
  const value = color.trim().toLowerCase();
  if (value.length > 40) return false;
  if (CHROMATIC_NAMES.test(value)) return true;
  const channels = readChannels(value);
  return channels !== undefined && Math.max(...channels) - Math.min(...channels) >= LEAST_CHROMA;
}

function readChannels(value: string): readonly number[] | undefined {
  const long = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})(?:[\da-f]{2})?$/.exec(value);
  if (long !== null) return long.slice(1, 4).map((digits) => Number.parseInt(digits, 16));
  const short = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/.exec(value);
  if (short !== null) return short.slice(1, 4).map((digit) => Number.parseInt(digit + digit, 16));
  const decimal = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(value);
  return decimal?.slice(1, 4).map(Number);
}
