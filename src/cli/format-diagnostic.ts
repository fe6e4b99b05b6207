import type { Diagnostic } from '../diagnostic.ts';
import { renderCodeFrame } from './render-code-frame.ts';

/** For people, for GitHub Actions (workflow commands), or for programs. */
export type DiagnosticFormat = 'pretty' | 'github' | 'json';

export interface FormatOptions {
  readonly format: DiagnosticFormat;
  /** Pretty only: colours by ANSI escapes. Default: false. */
  readonly colors?: boolean;
  /** Pretty only: the text of the file, of which the lines around the place are shown. */
  readonly source?: string;
}

/**
 * One diagnostic as text without a line end: `file:line:column  severity  rule  message` and the hint below it, indented;
 * or a workflow command; or a line of JSON. Whatever the article put into it, it stays on its lines and moves no cursor.
 */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions): string {
  switch (options.format) {
    case 'pretty':
      return formatPretty(diagnostic, options);
    case 'github':
      return formatGithub(diagnostic);
    case 'json':
      return JSON.stringify(diagnostic);
  }
}

const ANSI = Object.freeze({ bold: 1, dim: 2, red: 31, yellow: 33, cyan: 36 });

const COLORS = Object.freeze({ error: 'red', warning: 'yellow', info: 'dim' } as const);

function formatPretty(diagnostic: Diagnostic, { colors = false, source }: FormatOptions): string {
  const paint = (style: keyof typeof ANSI, text: string): string =>
    colors ? `\u001b[${ANSI[style]}m${text}\u001b[0m` : text;
  const { file, line, column, severity, rule, message, hint } = diagnostic;
  const place = paint('bold', `${visible(file)}:${line}:${column}`);
  const kind = paint(COLORS[severity], severity);
  const lines = [`${place}  ${kind}  ${paint('cyan', rule)}  ${visible(message)}`];
  if (hint !== undefined) lines.push(`    ${paint('dim', visible(hint))}`);
  const frame = source === undefined ? [] : renderCodeFrame(source, line, column);
  return [
    ...lines,
    ...frame.map((row) => `    ${paint(row.isPlace ? 'bold' : 'dim', visible(row.text))}`),
  ].join('\n');
}

/**
 * Characters that would move the cursor, colour the terminal or turn the text around, by their numbers. Everything that is
 * printed here comes from files that strangers wrote.
 */
function visible(text: string): string {
  return text.replace(
    /[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A workflow command. Data escapes `%`, CR and LF; properties `:` and `,` too, or they would begin another property.
 * Source: github.com/actions/toolkit, packages/core/src/command.ts.
 */
function formatGithub({ file, line, column, severity, rule, message, hint }: Diagnostic): string {
  const properties = Object.entries({ file, line, col: column, title: rule })
    .map(([key, value]) => `${key}=${escapeProperty(visible(String(value)))}`)
    .join(',');
  const data = [message, hint].filter((part) => part !== undefined).map(visible);
  return `::${severity === 'info' ? 'notice' : severity} ${properties}::${data.map(escapeData).join('%0A')}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
