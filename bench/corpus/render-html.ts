import type { Block, Run } from './block.ts';
import { mix } from './random.ts';

/** How a source's pages were marked up before they were scraped. */
export type SourceStyle = 'plain' | 'marked' | 'indented';

/** A block as a scraper saves it: the source's own attributes, classes and spaces included. */
export function renderHtmlBlock(block: Block, style: SourceStyle): string {
  switch (block.kind) {
    case 'paragraph':
      return renderParagraph(block.runs.map(renderRun).join(''), style);
    case 'quote':
      return `<blockquote><p>${block.runs.map(renderRun).join('')}</p></blockquote> \n`;
    case 'heading':
      return style === 'indented'
        ? `<p style="text-indent:2em;">\n<strong>${escapeHtml(block.text)}</strong>\n</p>\n`
        : `<h2 label="一级标题">${escapeHtml(block.text)}</h2> \n`;
    case 'image':
      return renderImage(block, style);
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li><p>${escapeHtml(item)}</p></li>\n`).join('')}</ul> \n`;
    case 'table':
      return renderTable(block.head, block.rows);
    case 'code':
      return `<pre class="prettyprint"><code class="language-${block.language}">${escapeBraces(escapeHtml(block.code))}</code></pre> \n`;
  }
}

function renderParagraph(html: string, style: SourceStyle): string {
  if (style === 'marked') return `<p data-vmark="${mix(html.length).toString(16).slice(0, 4)}">${html}</p>`;
  if (style === 'indented') return `<p style="text-indent:2em;">\n${html}\n</p>\n`;
  return `<p>${html}</p> \n`;
}

function renderRun(run: Run): string {
  const text = escapeHtml(run.text);
  switch (run.kind) {
    case 'text':
      return text;
    case 'strong':
      return `<span style="color:#ff0000;"><strong>${text}</strong></span>`;
    case 'link':
      return `<a target="_blank" rel="noopener noreferrer" href="${escapeHtml(run.href)}">${text}</a>`;
    case 'project': {
      const href =
        run.type === '2'
          ? `https://data.corpus.example/projectDetails/${run.id}`
          : `https://space.corpus.example/space/${run.id}?mp=zzquote`;
      const logo = `https://img.corpus.example/logo/v2_${run.id.padStart(32, '0')}_img_000`;
      return `<a class="project-link" data-id="${run.id}" data-name="${text}" data-logo="${logo}" data-refer-type="${run.type}" href="${href}" target="_blank">${text}</a>`;
    }
  }
}

function renderImage(image: Extract<Block, { kind: 'image' }>, style: SourceStyle): string {
  const alt = escapeHtml(image.alt);
  if (style === 'indented') {
    return `<p align="center">\n<img src="${image.src}" alt="${alt}" referrerpolicy="no-referrer"> \n</p>\n`;
  }
  return `<p><img src="${image.src}" data-img-size-val="${image.width},${image.height}" referrerpolicy="no-referrer"></p> \n`;
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>\n`;
  return `<table border="1" width="600"><tbody>\n${row(head, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table> \n`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Scrapers for Hexo write braces as entities, since Nunjucks would read them. */
function escapeBraces(html: string): string {
  return html.replace(/\{/g, '&#123;').replace(/\}/g, '&#125;');
}
