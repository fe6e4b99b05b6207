import type { Lexicon } from './project-lexicon.ts';
import type { NameExtension, ProjectOccurrence } from './project-occurrence.ts';

/** What a company's well-known name may go on with and still be the same company: 现代 and 现代汽车. */
const SAME_HOUSE = /^(?:汽车|集团|控股|股份|科技|传媒|影业|航空|银行|证券|保险|电器|电子|地产|资本)/u;

/** Letters and digits that adjoin a Chinese name without a space: the whole run, if it is not too long for a name. */
const RUN_BEFORE = /(?<![A-Za-z0-9])[A-Za-z0-9]{1,12}$/;
const RUN_AFTER = /^[A-Za-z0-9]{1,12}(?![A-Za-z0-9])/;

/**
 * How much of the text around a kept link belongs to the name: AI`蓝媒汇`, `现代`汽车. Letters count only where the article
 * itself has the whole name in quotation marks (of Latin runs beside names, half are words: `理想`CEO), Chinese only where
 * the whole name is well known and of the same company (`腾讯`云 is another name).
 */
export function findExtension(
  occurrence: ProjectOccurrence,
  openLexicon: () => Lexicon,
): NameExtension | undefined {
  const { before, text, after } = occurrence;
  const left = RUN_BEFORE.exec(before)?.[0] ?? '';
  const right = RUN_AFTER.exec(after)?.[0] ?? '';
  const quoted = left + right === '' ? undefined : occurrence.quoted;
  if (quoted !== undefined && quoted.size > 0) {
    for (const [first, last] of [[left, right] as const, [left, ''] as const, ['', right] as const]) {
      if (first + last !== '' && quoted.has(first + text + last))
        return { before: first.length, after: last.length };
    }
  }
  const house = SAME_HOUSE.exec(after)?.[0];
  if (house === undefined || openLexicon().known(text + house) !== 'company') return undefined;
  return { before: 0, after: house.length };
}

const TAG = /<[^<>]{0,2000}>/g;
const QUOTED = /[“「『"]([\p{Script=Han}A-Za-z0-9]{2,20})[”」』"]/gu;

/** Everything short that a body has in quotation marks: what it introduces by its whole name is among it. */
export function listQuotedNames(html: string): ReadonlySet<string> {
  return new Set(Array.from(html.replace(TAG, '').matchAll(QUOTED), ([, name]) => name!));
}
