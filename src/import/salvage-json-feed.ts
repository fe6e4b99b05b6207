/** An item of a broken JSON Feed. */
export interface SalvagedObject {
  readonly value: unknown;
  /** Where it begins, in UTF-16 code units. */
  readonly offset: number;
  /** It is cut off: what stands before the cut is kept. */
  readonly damaged: boolean;
}

/**
 * The items of a JSON Feed that is cut off or broken somewhere: each object of the list `items` that can be read on its
 * own, and of the last what can be read of it.
 */
export function salvageJsonFeed(text: string): readonly SalvagedObject[] {
  const list = /"items"\s*:\s*\[/.exec(text);
  if (list === null) return [];
  const salvaged: SalvagedObject[] = [];
  for (let at = list.index + list[0].length; at < text.length; ) {
    const offset = text.indexOf('{', at);
    if (offset < 0) break;
    const object = cutObject(text, offset);
    const value = parseObject(object.text) ?? parseObject(`${object.beforeLastComma}}`);
    if (value !== undefined) {
      salvaged.push({ value, offset, damaged: !object.isWhole || parseObject(object.text) === undefined });
    }
    at = object.end;
  }
  return salvaged;
}

interface CutObject {
  readonly text: string;
  /** Up to the last comma between its own properties. */
  readonly beforeLastComma: string;
  readonly end: number;
  readonly isWhole: boolean;
}

/** From one brace to the one that closes it, or to the end of the text. Braces in strings do not count. */
function cutObject(text: string, start: number): CutObject {
  let depth = 0;
  let lastComma = start + 1;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth++;
    else if (character === ',' && depth === 1) lastComma = at;
    else if ((character === '}' || character === ']') && --depth === 0) {
      const end = at + 1;
      return {
        text: text.slice(start, end),
        beforeLastComma: text.slice(start, lastComma),
        end,
        isWhole: true,
      };
    }
  }
  const beforeLastComma = text.slice(start, lastComma);
  return { text: text.slice(start), beforeLastComma, end: text.length, isWhole: false };
}

/** The place of the quote that ends a string. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // Broken JSON is what is looked for here.
    return undefined;
  }
}
