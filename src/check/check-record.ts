import type { CheckRule } from '../content/check-rules.ts';
import type { Location } from '../content/locate-offset.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import type { ArticleFacts } from './check-article.ts';

/** What `check` makes of one file. Plain data: it can be stored. */
export type CheckRecord =
  | {
      readonly ok: true;
      /** Of what only cleaning finds out it says nothing: no excerpt, no length, no projects, no body. */
      readonly summary: ArticleSummary;
      /** Of reading and of cleaning it. */
      readonly diagnostics: readonly Diagnostic[];
      readonly findings: readonly (Location & { readonly rule: CheckRule; readonly message: string })[];
      readonly facts: ArticleFacts;
      /** Whether its projects have to be known before projects can be spoken of. */
      readonly isTagged: boolean;
      /** Whether it names a project by hand, so that they have to be. */
      readonly namesProjects: boolean;
      readonly datedFromOutside?: true;
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A record that was dated from outside the file may be out of date though the file is not. */
export function isCurrent(record: CheckRecord | undefined): record is CheckRecord {
  return record !== undefined && !(record.ok && record.datedFromOutside === true);
}
