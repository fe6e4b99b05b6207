import type { Block, Run } from './block.ts';

/** A block as an author writes it by hand. Corpus text holds no character that Markdown would read otherwise. */
export function renderMarkdownBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `${block.runs.map(renderRun).join('')}\n\n`;
    case 'quote':
      return `> ${block.runs.map(renderRun).join('')}\n\n`;
    case 'heading':
      return `## ${block.text}\n\n`;
    case 'image':
      return `![${block.alt}](${block.src})\n\n`;
    case 'list':
      return `${block.items.map((item) => `- ${item}\n`).join('')}\n`;
    case 'table':
      return `${[block.head, block.head.map(() => '---'), ...block.rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n`;
    case 'code':
      return `\`\`\`${block.language}\n${block.code}\`\`\`\n\n`;
  }
}

function renderRun(run: Run): string {
  switch (run.kind) {
    case 'text':
    case 'project':
      return run.text;
    case 'strong':
      return `**${run.text}**`;
    case 'link':
      return `[${run.text}](${run.href})`;
  }
}
