import { quoteValue } from '../content/collect-diagnostics.ts';
import type { BodyPart, TextPart } from './body-parts.ts';
import type { Finding } from './finding.ts';

/** What should be written otherwise in the text of a body. */
export function checkText(
  parts: readonly BodyPart[],
  { isChinese }: { readonly isChinese: boolean },
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const part of parts) {
    if (part.kind !== 'text') continue;
    findLeftovers(part, findings);
    if (isChinese && part.isExact && !part.isCode)
      findHalfWidth(part.text, part.start, { canRepair: !part.isLink }, findings);
  }
  return findings;
}

const FULL_WIDTH: Readonly<Record<string, string>> = Object.freeze({
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
});

/** A mark between two Chinese characters, or parentheses around Chinese characters behind and before such. */
const HALF_WIDTH =
  /(?<=\p{sc=Han})[,:;?!](?=\p{sc=Han})|(?<=\p{sc=Han})\((?=\p{sc=Han}[^()]{0,60}\p{sc=Han}\)\p{sc=Han})|(?<=\p{sc=Han}\(\p{sc=Han}[^()]{0,60}\p{sc=Han})\)(?=\p{sc=Han})/gu;
/** Faster than the whole pattern by far, and most texts have none. */
const MAY_BE_HALF_WIDTH = /[⺀-鿿豈-﫿][,:;?!()]/;

const ADDRESS = /https?:\/\/[^\s<>]+/gi;

/** Finds half-width punctuation between Chinese characters: where it can be nothing else. Part of a number or of code it is not. */
export function findHalfWidth(
  text: string,
  start: number,
  { canRepair }: { readonly canRepair: boolean },
  findings: Finding[],
): void {
  if (!MAY_BE_HALF_WIDTH.test(text)) return;
  // An address is what it is.
  const prose = text.includes('://') ? text.replace(ADDRESS, (address) => ' '.repeat(address.length)) : text;
  for (const { 0: mark, index } of prose.matchAll(HALF_WIDTH)) {
    const around = text
      .slice(Math.max(0, index - 4), index + 5)
      .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const offset = start + index;
    findings.push({
      rule: 'half-width-punctuation',
      offset,
      message: `"${mark}" is half-width in ${quoteValue(around)}; Chinese has "${FULL_WIDTH[mark]}".`,
      ...(canRepair && { repair: { start: offset, end: offset + 1, text: FULL_WIDTH[mark]! } }),
    });
  }
}

const HALF_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(FULL_WIDTH).map(([half, full]) => [full, half]),
);

/** The same text with this punctuation in half width: equal for texts that differ in nothing else. */
export function foldWidth(text: string): string {
  return text.replace(/[，：；？！（）]/g, (mark) => HALF_OF.get(mark)!);
}

/** References that were escaped once more than they were resolved, as they stand in the file. */
const ESCAPED_TWICE = /&amp;(?:#\d{2,6}|#x[\da-f]{2,5}|lt|gt|quot|nbsp|amp|apos|ldquo|rdquo|hellip|mdash);/i;
/** What Hexo's authors write for braces; nothing resolves it in Markdown's code. */
const BRACES_IN_CODE = /&#12[35];/;
/** What other programs would have replaced by an outline. */
const OUTLINE_MARK = /^\s*(?:\[\[?toc\]?\]|@\[toc\]|\$\{toc\})\s*$/i;
/** Labels of buttons, which a scraper took for text. Simplified and traditional. */
const BUTTON_LABEL = /^\s*(?:复制代码|複製代碼|展开阅读全文|点击展开全文|点击查看全文|Copy code)\s*$/;

/** Whether a text is a mark that other programs replace by an outline. */
export function isOutlineMark(text: string): boolean {
  return OUTLINE_MARK.test(text);
}

/** Cleaned HTML without marks and labels that stand alone between tags. */
export function withoutLeftovers(html: string): string {
  return html.replace(/(?<=^|>)[^<>]{1,40}(?=<|$)/g, (text) =>
    OUTLINE_MARK.test(text) || BUTTON_LABEL.test(text) ? '' : text,
  );
}

function findLeftovers(part: TextPart, findings: Finding[]): void {
  const { text, start, isExact, isCode } = part;
  if (text.length <= 40 && isExact && !isCode) {
    const isMark = OUTLINE_MARK.test(text);
    if (isMark || BUTTON_LABEL.test(text)) {
      const what = isMark ? 'a mark that nothing replaces' : 'the label of a button';
      const lead = text.length - text.trimStart().length;
      const offset = start + lead;
      findings.push({
        rule: 'scraping-leftover',
        offset,
        message: `${quoteValue(text.trim())} is ${what}.`,
        ...(!part.isLink && { repair: { start: offset, end: offset + text.trim().length, text: '' } }),
      });
      return;
    }
  }
  if (!text.includes('&')) return;
  const match = (isCode ? BRACES_IN_CODE : ESCAPED_TWICE).exec(text);
  // In the code of HTML a reference is resolved, and what is escaped twice is what the code is about.
  if (match === null || (isCode && !part.isLiteral)) return;
  findings.push({
    rule: 'scraping-leftover',
    offset: isExact ? start + match.index : start,
    message: `Readers see ${quoteValue(match[0].replace(/^&amp;/i, '&'))} as it is.`,
  });
}

/** "_" beside a Chinese character or a quotation mark: scrapers put it for what file names can not have. */
const UNDERSCORE = /(?<=[\p{sc=Han}，。！？：；“”《》、])_|_(?=[\p{sc=Han}，。！？：；“”《》、])/u;

/** What scrapers left in a title. */
export function checkTitle(title: string, offset: number, findings: Finding[]): void {
  if (!UNDERSCORE.test(title)) return;
  findings.push({
    rule: 'scraping-leftover',
    offset,
    message: `The title has "_" where something else was: ${quoteValue(title)}.`,
  });
}
