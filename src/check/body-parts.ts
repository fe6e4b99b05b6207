/** What a body is made of, as the rules of `check` see it. Offsets are into the file's text, in UTF-16 code units. */
export type BodyPart = HeadingPart | LinkPart | ImagePart | TextPart;

export interface HeadingPart {
  readonly kind: 'heading';
  /** 1 to 6, as written. */
  readonly level: number;
  /** Plain text, references not resolved. */
  readonly text: string;
  readonly start: number;
}

export interface LinkPart {
  readonly kind: 'link';
  /** Decoded. */
  readonly href: string;
  /** Whether there is something to click on. */
  readonly hasContent: boolean;
  /** An address that became a link as it stood in the text. */
  readonly isBare: boolean;
  readonly start: number;
  readonly end: number;
}

export interface ImagePart {
  readonly kind: 'image';
  /** Decoded. */
  readonly src: string;
  /** Undefined: nothing is said about it. */
  readonly alt: string | undefined;
  readonly start: number;
}

export interface TextPart {
  readonly kind: 'text';
  /** As it stands in the file, references not resolved, where `isExact`; else as Markdown means it. */
  readonly text: string;
  readonly isExact: boolean;
  readonly isCode: boolean;
  readonly isLink: boolean;
  /** Markdown's code: references in it are not resolved. */
  readonly isLiteral: boolean;
  readonly start: number;
}

/** A body, taken apart. */
export interface BodyParts {
  /** In the order of the file. */
  readonly parts: readonly BodyPart[];
  /** `id` and `name` of elements: what links of the same body can lead to, besides headings. */
  readonly ids: ReadonlySet<string>;
}

/** Whether a text stands in the file as it is, and whether it is Markdown's code. */
export interface TextKind {
  readonly isExact: boolean;
  readonly isLiteral?: boolean;
  /** What the text means, where signs in it are escaped. */
  readonly meaning?: string;
}

type Attributes = Readonly<Record<string, string>>;

/** Where the readers of HTML and of Markdown put what they meet. */
export interface PartCollector extends BodyParts {
  readonly open: (name: string, attributes: Attributes, start: number) => void;
  readonly close: (name: string, end: number) => void;
  readonly text: (text: string, start: number, kind: TextKind) => void;
  /** A link that is no more than an address in the text; it is closed as others are. */
  readonly openBareLink: (href: string, start: number) => void;
}

const CODE: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp', 'tt', 'textarea']);
/** What is in them is not read. */
const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
]);
/** What a link can consist of without any text. */
const VISIBLE: ReadonlySet<string> = new Set(['img', 'picture', 'svg', 'video', 'audio', 'iframe', 'object']);
const HEADING = /^h([1-6])$/;

export function createPartCollector(): PartCollector {
  const parts: BodyPart[] = [];
  const ids = new Set<string>();
  let code = 0;
  let silent = 0;
  let link: (Omit<LinkPart, 'kind' | 'end'> & { hasContent: boolean; isTagged: boolean }) | undefined;
  let heading: { level: number; start: number; text: string } | undefined;

  const endLink = (end: number): void => {
    if (link === undefined) return;
    const { isTagged, ...rest } = link;
    // What a source's tagger wrote is judged by cleaning.
    if (!isTagged) parts.push({ kind: 'link', ...rest, end });
    link = undefined;
  };
  const endHeading = (): void => {
    if (heading !== undefined) parts.push({ kind: 'heading', ...heading });
    heading = undefined;
  };

  return {
    parts,
    ids,
    open(name, attributes, start) {
      if (attributes.id) ids.add(attributes.id);
      if (name === 'a' && attributes.name) ids.add(attributes.name);
      if (VISIBLE.has(name) && link !== undefined) link.hasContent = true;
      if (SILENT.has(name)) silent++;
      if (silent > 0) return;
      const level = HEADING.exec(name)?.[1];
      if (CODE.has(name)) code++;
      else if (level !== undefined) {
        endHeading();
        heading = { level: Number(level), start, text: '' };
      } else if (name === 'a' && attributes.href !== undefined) {
        endLink(start);
        const isTagged = /(?:^|\s)project-link(?:\s|$)/.test(attributes.class ?? '');
        link = { href: attributes.href, hasContent: false, isBare: false, isTagged, start };
      } else if (name === 'img') {
        parts.push({ kind: 'image', src: imageAddress(attributes), alt: attributes.alt, start });
      }
    },
    close(name, end) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      else if (CODE.has(name)) code = Math.max(0, code - 1);
      else if (name === 'a') endLink(end);
      else if (HEADING.test(name)) endHeading();
    },
    text(text, start, { isExact, isLiteral = false, meaning = text }) {
      if (silent > 0) return;
      if (link !== undefined && !/^(?:\s|&nbsp;|&#160;)*$/.test(text)) link.hasContent = true;
      if (heading !== undefined) heading.text += meaning;
      parts.push({
        kind: 'text',
        text,
        isExact,
        isCode: code > 0,
        isLink: link !== undefined,
        isLiteral,
        start,
      });
    },
    openBareLink(href, start) {
      endLink(start);
      if (silent === 0) link = { href, hasContent: true, isBare: true, isTagged: false, start };
    },
  };
}

/** Lazy loaders keep the real address elsewhere. */
function imageAddress(attributes: Attributes): string {
  return attributes['data-src'] ?? attributes['data-original'] ?? attributes.src ?? '';
}
