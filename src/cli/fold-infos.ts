import type { Diagnostic } from '../diagnostic.ts';

/** Infos of one rule that are listed when nobody asks for all: enough to see what is meant. */
const MOST_INFOS = 3;

export interface FoldedDiagnostics {
  readonly shown: readonly Diagnostic[];
  /** By rule, how many infos are left out. */
  readonly hidden: readonly (readonly [rule: string, count: number])[];
}

/** What is worth reading: every error and warning, and a few infos of each rule. */
export function foldInfos(diagnostics: readonly Diagnostic[]): FoldedDiagnostics {
  const infos = new Map<string, number>();
  const shown = diagnostics.filter(({ severity, rule }) => {
    if (severity !== 'info') return true;
    const nth = (infos.get(rule) ?? 0) + 1;
    infos.set(rule, nth);
    return nth <= MOST_INFOS;
  });
  const hidden = [...infos].flatMap(([rule, count]) =>
    count > MOST_INFOS ? [[rule, count - MOST_INFOS] as const] : [],
  );
  return { shown, hidden };
}
