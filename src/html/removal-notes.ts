import type { Diagnostic } from '../diagnostic.ts';

/** What cleaning may do to a body that its author should know of, by permanent rule name. */
const RULES = Object.freeze({
  'active-content-removed': {
    message: 'Scripts, handlers or plug-in objects were removed',
    hint: 'A body cannot run anything; nothing needs to be done for a scraped article.',
  },
  'vector-content-removed': {
    message: 'Inline SVG or MathML was removed',
    hint: 'Link or show it as an image file instead.',
  },
  'form-removed': {
    message: 'Form controls were removed',
    hint: 'A body cannot submit anything; write what they said as text.',
  },
  'hidden-content-removed': {
    message: 'Content that the source hides was removed',
    hint: 'Remove `hidden` or `display:none` from what should be read.',
  },
  'unsafe-link-removed': {
    message: 'Links to addresses that are not allowed became text',
    hint: 'Use http, https, mailto or tel.',
  },
  'project-link-removed': {
    message: 'Links to projects became text, since what follows "project:" is not an id',
    hint: 'Write an id of letters, digits, "-" and "_", such as project:7133; `npm run projects -- list` names them.',
  },
  'relative-link-removed': {
    message: 'Relative links became text, since the article does not say where it comes from',
    hint: 'Set `source` to the address of the original article, or begin links within the site with "/".',
  },
  'image-removed': {
    message: 'Images without a usable address were removed',
    hint: 'Set `source` to the address of the original article if addresses are relative; use http or https.',
  },
  'tracker-removed': {
    message: 'Tracking images were removed',
    hint: 'Nothing needs to be done.',
  },
  'media-removed': {
    message: 'Audio or video without a usable address was removed',
    hint: 'Use http or https addresses.',
  },
  'embed-replaced': {
    message: 'Frames of hosts that are not allowed became links',
    hint: 'Add the host to `embeds.hosts` in site.yaml if its pages may be shown in the site.',
  },
} as const);

export type RemovalRule = keyof typeof RULES;

/** Counts what is removed, and turns the counts into one warning a rule. */
export interface RemovalNotes {
  /** @param needle - Text that stands in the source where the thing stood, such as an attribute's value. */
  readonly add: (rule: RemovalRule, needle?: string) => void;
  /** In the order in which the rules were first met. */
  readonly toDiagnostics: (source: {
    readonly file: string;
    readonly body: string;
    readonly bodyLine: number;
  }) => Diagnostic[];
}

export function createRemovalNotes(): RemovalNotes {
  const counts = new Map<RemovalRule, { count: number; readonly needle: string | undefined }>();
  return {
    add(rule, needle) {
      const known = counts.get(rule);
      if (known === undefined) counts.set(rule, { count: 1, needle });
      else known.count++;
    },
    toDiagnostics({ file, body, bodyLine }) {
      return Array.from(counts, ([rule, { count, needle }]): Diagnostic => {
        const { message, hint } = RULES[rule];
        const offset = needle === undefined || needle === '' ? -1 : body.indexOf(needle.slice(0, 200));
        const { line, column } = positionInBody(body, Math.max(0, offset), bodyLine);
        return { file, line, column, severity: 'warning', rule, message: `${message} (${count}).`, hint };
      });
    },
  };
}

/** Line and column in the file, both 1-based, of an offset in the body. */
export function positionInBody(
  body: string,
  offset: number,
  bodyLine: number,
): { readonly line: number; readonly column: number } {
  let line = bodyLine;
  let lineStart = 0;
  for (let end = body.indexOf('\n'); end !== -1 && end < offset; end = body.indexOf('\n', lineStart)) {
    line++;
    lineStart = end + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
