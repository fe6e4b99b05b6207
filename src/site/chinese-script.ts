/**
 * The script in which a language tag says Chinese is written, told by subtag or region; simplified when it doesn't tell.
 *
 * @param language - BCP 47.
 * @returns `undefined` when the language is not Chinese.
 */
export function findChineseScript(language: string): 'hans' | 'hant' | undefined {
  if (!/^zh\b/i.test(language)) return undefined;
  return /-(?:hant|tw|hk|mo)\b/i.test(language) && !/-hans\b/i.test(language) ? 'hant' : 'hans';
}
