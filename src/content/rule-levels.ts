import type { Severity } from '../diagnostic.ts';
import { checkRules } from './check-rules.ts';
import { cleaningRules } from './cleaning-rules.ts';
import { publishingRules } from './publishing-rules.ts';
import { articleRules, type Rule } from './rules.ts';
import { yamlRules } from './yaml-rules.ts';

/** How serious `npm run check` takes a rule; `off`: it says nothing of it. */
export type RuleLevel = Severity | 'off';

export const ruleLevels = ['off', 'info', 'warning', 'error'] as const satisfies readonly RuleLevel[];

const tables: readonly Readonly<Record<string, Rule>>[] = [
  checkRules,
  articleRules,
  yamlRules,
  cleaningRules,
  publishingRules,
];

/** Rules whose level can be set: all that do not keep an article from being published. */
export const adjustableRules: readonly (readonly [name: string, rule: Rule])[] = tables
  .flatMap((table) => Object.entries(table))
  .filter(([, { severity }]) => severity !== 'error');
