import { CharacterClass, classOf } from './character-class.ts';
import type { Term } from './unit-plan.ts';

/** Common characters of written Chinese, the commonest first, folded. */
const COMMON =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运';

const RANKS: ReadonlyMap<number, number> = new Map(
  Array.from(COMMON, (character, rank) => [character.charCodeAt(0), rank]),
);

/** Of characters that are not in the list. */
const RARE = 500;

/** In a text of ideographs, letters are rarer than most of these, digits commoner. */
const LETTER = 300;

/** A single character and a short beginning of a word bring the most documents, and the most bytes. */
const LAST = -1;

/**
 * How rare a term may be expected to be, whatever the site: the greater, the rarer. The rarest term of a text is looked up
 * first; the same everywhere, so that nothing that hangs on it depends on how an index is parted.
 */
export function estimateRarity(term: Term): number {
  switch (term.kind) {
    case 'pair':
      return rankOf(Math.floor(term.key / 0x10000)) + rankOf(term.key % 0x10000);
    case 'single':
      return LAST;
    case 'word':
      return 2 * RARE + term.word.length;
    case 'prefix':
      return term.word.length < 3 ? LAST : 2 * RARE;
  }
}

function rankOf(unit: number): number {
  const kind = classOf(unit);
  if (kind === CharacterClass.LETTER) return LETTER;
  return kind === CharacterClass.DIGIT ? 0 : (RANKS.get(unit) ?? RARE);
}
