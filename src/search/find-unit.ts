import { CharacterClass, classOf } from './character-class.ts';
import type { UnitPlan } from './unit-plan.ts';

type Sought = Pick<UnitPlan, 'text' | 'startsWord' | 'endsWord'>;

/**
 * Where a text stands in a folded one.
 *
 * @param most - How many places are enough.
 */
export function findUnit(folded: string, { text, startsWord, endsWord }: Sought, most: number): number[] {
  const places: number[] = [];
  for (let at = folded.indexOf(text); at !== -1 && places.length < most; at = folded.indexOf(text, at + 1)) {
    if (startsWord && isLetter(folded, at - 1)) continue;
    if (endsWord && isLetter(folded, at + text.length)) continue;
    places.push(at);
  }
  return places;
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === CharacterClass.LETTER;
}
