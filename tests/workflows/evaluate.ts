import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What expressions of a workflow can see: `github`, `vars`, `steps` and so on. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How a job has gone so far. */
export type JobStatus = 'success' | 'failure';

/**
 * The value of an expression, by GitHub's own reading of them.
 *
 * @param expression - Without `${{ }}`.
 * @throws For one that GitHub would refuse.
 */
export function evaluate(expression: string, contexts: Contexts, status: JobStatus = 'success'): unknown {
  const statusFunctions = {
    success: status === 'success',
    failure: status === 'failure',
    always: true,
    cancelled: false,
  };
  const definitions = Object.entries(statusFunctions).map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }));
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), definitions).parse();
  const functions = new Map(definitions.map((definition) => [definition.name, definition]));
  const result = new Evaluator(parsed, toData(contexts) as data.Dictionary, functions).evaluate();
  return result instanceof data.BooleanData ? result.value : result.coerceString();
}

/** A text with its `${{ }}` filled in. */
export function fillIn(text: string, contexts: Contexts, status?: JobStatus): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    String(evaluate(expression, contexts, status)),
  );
}

/** Whether a step or job is to run. Without a word on how the job went, it has to have gone well. */
export function holds(condition: string | undefined, contexts: Contexts, status: JobStatus): boolean {
  const expression = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition ?? '')?.[1] ?? condition ?? 'success()';
  const mentionsStatus = /\b(?:success|failure|always|cancelled)\s*\(/.test(expression);
  const result = evaluate(mentionsStatus ? expression : `success() && (${expression})`, contexts, status);
  return result === true || (result !== false && result !== '');
}

function toData(value: unknown): data.ExpressionData {
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value !== 'object' || value === null) return new data.Null();
  const pairs = Object.entries(value).map(([key, inner]) => ({ key, value: toData(inner) }));
  return new data.Dictionary(...pairs);
}
