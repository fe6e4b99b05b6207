import { clipText } from './clip-text.ts';
import { attributeText } from './normalize-text.ts';
import { inlineText, type OutputElement } from './output-tree.ts';

/** Lines that say where an article comes from, as against what it says. They are skipped where there is anything else. */
const BOILERPLATE: readonly RegExp[] = Object.freeze([
  /^(?:本文|文章|内容)?(?:来自|来源|转载自|转自|首发于|选自|原载|授权转载|出自)[^。]{0,80}(?:公众号|作者|编辑|授权|发布|[:：]|网$)/,
  /^[（(【[]?(?:编者按|编者注|注|声明|免责声明|版权声明|转载请注明|原文链接|原文地址|阅读原文)[：:】\])）]?/,
  /^[（(【[]?(?:原?作者|编辑|责任编辑|责编|编译|翻译|译者|校对|记者|采访|撰文|撰稿|供图|题图|头图|封面图?|图源|图片来源|文|图)\s?(?:[|｜丨/／:：]|来自|来源)/,
  /^[-—\s*]*(?:THE\s?END|END|完)[-—\s*]*$/i,
  /^(?:Originally (?:published|posted)|This (?:article|post|story) (?:first |originally )?appeared|Image (?:credit|source)|Photo(?: by|:)|By [A-Z][\w.]+ [A-Z][\w.]+$)/,
]);

/** Boilerplate is short: a long paragraph that begins like it is the story. */
const LONGEST_BOILERPLATE = 150;

/**
 * The opening text of a body: its first paragraphs, without captions, headings, tables, code, and lines that only say
 * where it comes from.
 *
 * @param length - In graphemes, at least 2, the ellipsis included.
 * @returns Plain text in one line; "" when the body has no text.
 */
export function excerptOf(blocks: readonly OutputElement[], length: number): string {
  const paragraphs = openingParagraphs(blocks, length);
  const telling = paragraphs.filter((text) => !isBoilerplate(text));
  return clipText(joinParagraphs(telling.length > 0 ? telling : paragraphs, length), length);
}

/** An excerpt that the author wrote, as plain text in one line, cut like any other. */
export function clipExcerpt(excerpt: string, length: number): string {
  return clipText(attributeText(excerpt, 10_000), length);
}

const PROSE: ReadonlySet<string> = new Set(['p', 'li', 'dd', 'blockquote', 'ul', 'ol', 'dl', 'details']);

/** Paragraphs up to twice the length wanted, in order; text of other blocks only if there is no prose at all. */
function openingParagraphs(blocks: readonly OutputElement[], length: number): readonly string[] {
  const prose: string[] = [];
  let total = 0;
  for (const block of blocks) {
    if (total > length * 2) break;
    if (!PROSE.has(block.name)) continue;
    const text = blockText(block);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    prose.push(text);
    if (!isBoilerplate(text)) total += text.length;
  }
  if (prose.length > 0) return prose;
  return blocks.map(blockText).filter((text) => /[\p{L}\p{N}]/u.test(text));
}

function blockText(block: OutputElement): string {
  const children = block.children.map((child) => {
    if (typeof child === 'string') return child;
    return PROSE.has(child.name) ? ` ${blockText(child)}` : inlineText([child]);
  });
  return children.join('').replace(/\s+/g, ' ').trim();
}

function isBoilerplate(text: string): boolean {
  return text.length <= LONGEST_BOILERPLATE && BOILERPLATE.some((pattern) => pattern.test(text));
}

/** Paragraphs in one line. After Chinese punctuation no space is needed. */
function joinParagraphs(paragraphs: readonly string[], length: number): string {
  let text = '';
  for (const paragraph of paragraphs) {
    if (text.length > length * 2) break;
    const needsSpace = text !== '' && !/[\u3001-\u301f\uff01-\uff60”’…]$/.test(text);
    text += needsSpace ? ` ${paragraph}` : paragraph;
  }
  return text;
}
