import type { Diagnostic } from '../diagnostic.ts';
import { REMOVALS, type RemovalRule } from './body-rules.ts';

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
        const { message, hint } = REMOVALS[rule];
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
