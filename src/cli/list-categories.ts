import { closeSync, openSync, readSync } from 'node:fs';
import type { ContentFolder } from '../build/open-content.ts';
import { decodeText } from '../content/decode-text.ts';
import { readFrontMatter } from '../content/front-matter.ts';
import { groupEntries } from '../content/group-entries.ts';
import { readCategories } from '../content/read-categories.ts';

/** In bytes: where a front matter ends, as good as always. */
const HEAD = 8192;

/**
 * The category paths that there are: those that `site.yaml` lists, in its order, then those of articles, the most used
 * first. Only the beginning of each file is read.
 */
export function listCategories({ config, articles }: ContentFolder): readonly (readonly string[])[] {
  const counts = new Map<string, { readonly path: readonly string[]; count: number }>();
  for (const { path } of config.categories)
    counts.set(path.join('\0'), { path, count: Number.POSITIVE_INFINITY });
  for (const { source } of articles) {
    for (const path of readHead(source.absolute)) {
      const known = counts.get(path.join('\0'));
      if (known === undefined) counts.set(path.join('\0'), { path, count: 1 });
      else known.count++;
    }
  }
  // The sort is stable, and infinities are equal here, though their difference is not a number.
  return [...counts.values()]
    .sort((a, b) => (a.count === b.count ? 0 : b.count - a.count))
    .map(({ path }) => path);
}

function readHead(file: string): readonly (readonly string[])[] {
  const bytes = Buffer.alloc(HEAD);
  const descriptor = openSync(file, 'r');
  try {
    const { text } = decodeText(bytes.subarray(0, readSync(descriptor, bytes)));
    const read = readFrontMatter(text, () => {});
    const node = read.ok ? groupEntries(read.entries, () => {}).known.get('categories') : undefined;
    return node === undefined ? [] : readCategories(node, { text, report: () => {} });
  } finally {
    closeSync(descriptor);
  }
}
