import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { runBuild } from '../../src/build/run-build.ts';
import { readTree, type SiteTree, writeTree } from './site-tree.ts';

/**
 * Each folder beside this file is a site: `content/` goes in, `expected/` must come out, `diagnostics.txt` is what must
 * be said. `npm run test:update` writes the last two; their difference is to be read before it is committed.
 */
const cases = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
const update = process.env.UPDATE_GOLDEN === '1';
/** The instant that "the future" is measured from. */
const NOW = Date.UTC(2022, 5, 1);

describe('golden sites', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));

  for (const { name } of cases) {
    it(`${name} comes out as expected, with what is said of it`, async () => {
      const folder = path.join(import.meta.dirname, name);
      const output = path.join(scratch, name, 'site');
      const { diagnostics } = await runBuild({
        content: path.join(folder, 'content'),
        output,
        cache: path.join(scratch, name, 'cache'),
        workers: 2,
        drafts: false,
        future: false,
        clean: false,
        now: NOW,
      });
      const built = withoutAssets(readTree(output));
      const said = diagnostics
        .map(
          (d) =>
            `${d.file}:${d.line}:${d.column}  ${d.severity}  ${d.rule}  ${d.message}${d.hint ? `\n    ${d.hint}` : ''}`,
        )
        .sort()
        .join('\n');
      if (update) {
        writeTree(path.join(folder, 'expected'), built);
        writeFileSync(path.join(folder, 'diagnostics.txt'), `${said}\n`);
      }
      assert.ok(existsSync(path.join(folder, 'expected')), 'npm run test:update writes what is expected');
      assert.equal(`${said}\n`, readFileSync(path.join(folder, 'diagnostics.txt'), 'utf8'));
      const expected = readTree(path.join(folder, 'expected'));
      assert.deepEqual(Object.keys(built), Object.keys(expected));
      for (const [file, contents] of Object.entries(expected)) assert.equal(built[file], contents, file);
    });
  }
});

/**
 * A change of the stylesheet or a script is not a change of the site: hashed names and contents of assets are left out. So
 * are the segments of the search index, which its own tests read.
 */
function withoutAssets(tree: SiteTree): SiteTree {
  const files = Object.entries(tree).filter(
    ([file]) =>
      !file.startsWith('assets/') &&
      !file.startsWith('search/segments/') &&
      !['.broadsheet', 'feed.css', 'search/manifest.json', 'service-worker.js'].includes(file),
  );
  return Object.fromEntries(
    files.map(([file, text]) => [file, text.replace(/(\/assets\/[\w-]+\.)[\w-]{10}(\.\w+)/g, '$1HASH$2')]),
  );
}
