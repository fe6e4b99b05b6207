import type { Diagnostic } from '../diagnostic.ts';
import { locateOffset } from './locate-offset.ts';
import { articleRules, type Rule } from './rules.ts';
import { yamlRules } from './yaml-rules.ts';

/** The name of anything that reading an article can find. */
export type ContentRule = keyof typeof articleRules | keyof typeof yamlRules;

/**
 * Notes one finding. Severity and hint are the rule's.
 *
 * @param offset - Where it stands in the file's text, in UTF-16 code units from 0.
 * @param message - What was found, one sentence. Quote what the author wrote with `quoteValue`.
 */
export type Report = (rule: ContentRule, offset: number, message: string) => void;

export interface DiagnosticCollector {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether an error is among them. */
  hasError(): boolean;
}

/** Warnings of one article. A hostile front matter can earn one a line. */
const MAX_WARNINGS = 100;

/** Gathers the diagnostics of one file, and says in which line and column each belongs. */
export function collectDiagnostics(file: string, text: string): DiagnosticCollector {
  const diagnostics: Diagnostic[] = [];
  let warnings = 0;
  let errors = 0;
  const report: Report = (rule, offset, message) => {
    const { severity, hint }: Rule = ruleOf(rule);
    if (severity === 'error') errors++;
    else if (++warnings > MAX_WARNINGS + 1) return;
    if (warnings > MAX_WARNINGS && severity === 'warning') {
      const more = articleRules['more-warnings'];
      diagnostics.push({
        file,
        line: 1,
        column: 1,
        severity,
        rule: 'more-warnings',
        message: more.summary,
        hint: more.hint,
      });
      return;
    }
    diagnostics.push({ file, ...locateOffset(text, offset), severity, rule, message, hint });
  };
  return { report, diagnostics, hasError: () => errors > 0 };
}

function ruleOf(rule: ContentRule): Rule {
  return rule in articleRules
    ? articleRules[rule as keyof typeof articleRules]
    : yamlRules[rule as keyof typeof yamlRules];
}

/** What an author wrote, made fit for a message: in quotes, at most 60 code points, nothing invisible. */
export function quoteValue(text: string): string {
  const points = Array.from(text.slice(0, 200));
  const cut = points.length > 60 || text.length > 200;
  const shown = points.slice(0, 60).join('').replace(INVISIBLE, escapeCharacter);
  return `"${shown}${cut ? '…' : ''}"`;
}

/** Controls, invisible spaces, direction overrides, byte order marks and halves of surrogate pairs. */
const INVISIBLE =
  /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Cs}/gu;

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
