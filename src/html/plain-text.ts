import { inlineText, isBlock, isContainer, type OutputElement, type OutputNode } from './output-tree.ts';

/** The text of a body: one line for each paragraph, item, row or line of code, in document order. */
export function plainText(blocks: readonly OutputElement[]): string {
  const lines: string[] = [];
  collectLines(blocks, lines);
  return lines.join('\n');
}

function collectLines(nodes: readonly OutputNode[], lines: string[]): void {
  let inline: OutputNode[] = [];
  const flush = (): void => {
    if (inline.length > 0) addLine(inlineText(inline), lines);
    inline = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !isBlock(node)) {
      inline.push(node);
      continue;
    }
    flush();
    if (isContainer(node)) collectLines(node.children, lines);
    else if (node.name === 'tr') addLine(rowText(node), lines);
    else addLine(inlineText(node.children), lines);
  }
  flush();
}

function rowText(row: OutputElement): string {
  const cells = row.children.map((cell) => {
    const lines: string[] = [];
    collectLines(typeof cell === 'string' ? [] : cell.children, lines);
    return lines.join(' ');
  });
  return cells.join(' ');
}

function addLine(text: string, lines: string[]): void {
  const trimmed = text.trim();
  if (trimmed !== '') lines.push(trimmed);
}
