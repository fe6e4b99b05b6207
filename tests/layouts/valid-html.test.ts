import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { runBuild } from '../../src/build/run-build.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SAMPLES = path.resolve(ROOT, '../shared/samples');

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    // A space at the end of a line of an author's code is the author's.
    rules: { 'no-trailing-whitespace': 'off' },
  }),
);

/** Every fault of every page below a folder: `p/a/index.html:1:20  rule  what is wrong`. */
async function listFaults(folder: string): Promise<string[]> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  assert.ok(pages.length > 0);
  const faults: string[] = [];
  for (const file of pages) {
    const { results } = await validator.validateString(readFileSync(path.join(folder, file), 'utf8'));
    for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages)) {
      faults.push(`${file}:${line}:${column}  ${ruleId}  ${message}`);
    }
  }
  return faults;
}

describe('every page is valid HTML', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));

  async function build(name: string, content: string): Promise<string> {
    const output = path.join(scratch, name, 'site');
    const cache = path.join(scratch, name, 'cache');
    const now = Date.now();
    await runBuild({ content, output, cache, workers: 2, drafts: true, future: true, clean: false, now });
    return output;
  }

  it('of the golden site', async () => {
    assert.deepEqual(await listFaults(path.join(ROOT, 'tests/sites/newsroom/expected')), []);
  });

  it('of the site that comes with Broadsheet, drafts included', async () => {
    assert.deepEqual(await listFaults(await build('content', path.join(ROOT, 'content'))), []);
  });

  for (const sample of ['seed', 'rsshub']) {
    const content = path.join(SAMPLES, sample);
    const skip = existsSync(content) ? false : 'shared samples are not beside this checkout';
    it(`of the shared sample ${sample}`, { skip }, async () => {
      assert.deepEqual(await listFaults(await build(sample, content)), []);
    });
  }
});
