/** Letters that Unicode does not take apart, as Hexo spells them in addresses. */
const LETTERS: Readonly<Record<string, string>> = Object.freeze({
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Ł: 'L',
  ł: 'l',
  Þ: 'TH',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
  Ħ: 'H',
  ħ: 'h',
  ŋ: 'n',
  Ŋ: 'N',
});

/**
 * The segment that Hexo makes of a name: without accents on Latin letters, special characters as `-`.
 *
 * @param letters - As they are (0), small (1) or capital (2).
 * @see https://github.com/hexojs/hexo-util/blob/master/lib/slugize.ts
 */
export function hexoSlug(name: string, letters: 0 | 1 | 2 = 0): string {
  const slug = withoutAccents(name)
    .replace(/[\0-\x1f]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (letters === 1) return slug.toLowerCase();
  return letters === 2 ? slug.toUpperCase() : slug;
}

/** Only Latin letters: Hangul and kana would fall apart. */
function withoutAccents(text: string): string {
  return text.replace(/\p{Script=Latin}\p{M}*/gu, (letter) => {
    const plain = letter.normalize('NFD').replace(/\p{M}+/gu, '');
    return LETTERS[plain] ?? plain;
  });
}
