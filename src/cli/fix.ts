import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { openContent } from '../build/open-content.ts';
import { checkContext } from '../check/check-source.ts';
import { type FixTools, fixArticle } from '../check/fix-article.ts';
import { decodeText } from '../content/decode-text.ts';
import { parseArticle } from '../content/parse-article.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { createBodyCleaner, policyFromConfig } from '../html/clean-body.ts';
import { BUILD_FLAGS } from './build-flags.ts';
import { listChangedFiles } from './changed-files.ts';
import { readCommandLine, runCommand } from './command-line.ts';
import { paintPatch } from './paint-patch.ts';

const USAGE = `
Usage: npm run -s fix -- [flags]

Mends what "npm run check" finds and what needs no decision, and shows what it changed: front matter that is read with a
warning is written as it is read, punctuation between Chinese characters becomes full-width, bare addresses in Markdown
get < and >, marks and labels that a scraper left go, and files in other encodings become UTF-8. A repair that would
change what an article says is not made.

  --content DIR      articles and site.yaml (default: content)
  --dry-run          show what would be changed, and change nothing
  --changed          only files that git says changed and are not committed
  --since REVISION   only those that differ from the commit where the history parted from it

Exit status: 0 done (or nothing to do), 1 a file could not be read or written, 2 wrong usage.
`;

await runCommand(USAGE, async (args) => {
  const { values } = readCommandLine(args, {
    content: BUILD_FLAGS.content,
    'dry-run': { type: 'boolean', default: false },
    changed: { type: 'boolean', default: false },
    since: { type: 'string' },
  });
  const content = await openContent(path.resolve(values.content));
  const changed =
    values.changed || values.since !== undefined ? listChangedFiles(values.content, values.since) : undefined;
  const clean = createBodyCleaner(policyFromConfig(content.config));
  const mended = new Map<string, number>();
  let files = 0;
  let refused = 0;
  /** One file that the system does not give away stops no other. */
  const attempt = <T>(name: string, action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)) throw error;
      refused++;
      process.stderr.write(
        `${path.join(values.content, name)}: left as it is, the system does not allow it (${code}).\n`,
      );
      return undefined;
    }
  };
  for (const { source, label, dateless = false } of [...content.articles, ...content.pages]) {
    const name = label + source.path;
    if (changed?.has(name) === false) continue;
    const before = attempt(name, () => readFileSync(source.absolute));
    if (before === undefined) continue;
    const { text, fault } = decodeText(before);
    // What was lost in decoding is still in the file: nobody may write over it.
    if (fault?.rule === 'invalid-utf8' || fault?.rule === 'not-text') continue;
    const tools = toolsFor(content.config, { path: source.path, file: name, dateless }, clean);
    const fixed = fixArticle(text, tools);
    if (fixed === undefined && fault === undefined) continue;
    const after = fixed?.text ?? text;
    const write = () => {
      writeFileSync(source.absolute, markOf(before) + after);
      return true;
    };
    if (!values['dry-run'] && attempt(name, write) === undefined) continue;
    files++;
    for (const [rule, count] of fixed?.mended ?? []) mended.set(rule, (mended.get(rule) ?? 0) + count);
    if (fault !== undefined) mended.set(fault.rule, (mended.get(fault.rule) ?? 0) + 1);
    process.stdout.write(showChange(path.join(values.content, name), text, after));
  }
  process.stdout.write(summarize(files, mended, values['dry-run']));
  return refused > 0 ? 1 : 0;
});

function toolsFor(
  config: SiteConfig,
  source: { readonly path: string; readonly file: string; readonly dateless: boolean },
  clean: ReturnType<typeof createBodyCleaner>,
): FixTools {
  const options = { timeZone: config.timeZone, limits: config.limits };
  return {
    parse: (text) => parseArticle({ ...source, bytes: Buffer.from(text), fallbackDate: 0 }, options),
    clean: (article) => {
      const cleaned = clean({ ...article, file: source.file });
      return cleaned.ok ? cleaned.body.html : undefined;
    },
    contextOf: ({ sourceUrl }) => checkContext(config, sourceUrl),
  };
}

/** A byte order mark is kept: the author's editor may want it. */
function markOf(bytes: Uint8Array): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
}

function showChange(file: string, before: string, after: string): string {
  if (before === after) return `${file}: becomes UTF-8\n`;
  // The names come after: of a name that is not ASCII, the library makes what git makes of it, which nobody can read.
  const [, ...lines] = createTwoFilesPatch('a', 'b', before, after, undefined, undefined, { context: 1 })
    .replace(/^[\s\S]*?\n(?=@@)/, '\n')
    .split('\n');
  const patch = [`--- a/${file}`, `+++ b/${file}`, ...lines].join('\n');
  const colors = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  return paintPatch(patch, { colors });
}

function summarize(files: number, mended: ReadonlyMap<string, number>, isDry: boolean): string {
  if (files === 0) return 'Nothing to mend.\n';
  const rules = [...mended].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, count]) => `${count} ${rule}`);
  const verb = isDry ? 'would be mended' : 'mended';
  return `${files} ${files === 1 ? 'file' : 'files'} ${verb}: ${rules.join(', ')}.\n`;
}
