import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareWithHosts, judgeLimit } from '../../src/build/host-budget.ts';
import { measureSite } from '../../src/build/measure-site.ts';
import { spellLine } from '../../src/build/output-line.ts';
import { hostProfiles } from '../../src/content/host-profiles.ts';

/** As the store has them. */
const records = (sizes: Readonly<Record<string, number>>) =>
  Buffer.from(
    Object.entries(sizes)
      .map(([file, size]) => spellLine(file, { key: 'key', digest: 'digest', size }))
      .join(''),
  );

const site = measureSite(
  records({ 'index.html': 10, 'p/one/index.html': 100, 'p/two/index.html': 200, 'media/a/b.png': 5000 }),
);

describe('measureSite', () => {
  it('counts files, folders and bytes', () => {
    // Folders: p, p/one, p/two, media, media/a.
    assert.deepEqual([site.files, site.entries, site.bytes], [4, 9, 5310]);
  });

  it('tells what takes most: by folder of the top level, and by file', () => {
    assert.deepEqual(site.parts, [
      { part: 'media/', files: 1, bytes: 5000 },
      { part: 'p/', files: 2, bytes: 300 },
      { part: '/', files: 1, bytes: 10 },
    ]);
    assert.deepEqual(site.largest[0], { file: 'media/a/b.png', bytes: 5000 });
  });

  it('finds the folder with most in it, folders counted', () => {
    assert.deepEqual(site.fullest[0], { folder: '', entries: 3 });
  });

  it('is the same for every order of the files', () => {
    const equal = { 'b.html': 1, 'a.html': 1, 'c/d.html': 1, 'e/f.html': 1 };
    const reversed = Object.fromEntries(Object.entries(equal).reverse());
    assert.deepEqual(measureSite(records(equal)), measureSite(records(reversed)));
  });

  it('counts each folder once, and in it what lies right in it', () => {
    const segment = fc.string({ unit: fc.constantFrom('a', 'b', '-', '0'), minLength: 1, maxLength: 2 });
    const paths = fc.uniqueArray(fc.array(segment, { minLength: 1, maxLength: 4 }), {
      selector: (segments) => segments.join('/'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(paths, (files) => {
        // A name may be a file's in one place, a folder's in another.
        const names = files.map((segments) => `${segments.join('/')}.html`);
        const inside = new Map<string, Set<string>>();
        for (const name of names) {
          const parts = name.split('/');
          for (let depth = 0; depth < parts.length; depth++) {
            const folder = parts.slice(0, depth).join('/');
            inside.set(folder, (inside.get(folder) ?? new Set()).add(parts[depth]!));
          }
        }
        const { entries, fullest } = measureSite(records(Object.fromEntries(names.map((name) => [name, 1]))));
        assert.equal(entries, names.length + Math.max(0, inside.size - 1));
        const expected = Array.from(inside, ([folder, held]) => ({ folder, entries: held.size })).sort(
          (a, b) => b.entries - a.entries || (a.folder < b.folder ? -1 : 1),
        );
        assert.deepEqual(fullest, expected.slice(0, 3));
      }),
    );
  });

  it('counts thousands of folders, and names what takes most in any script', () => {
    const sizes: Record<string, number> = { '头条/图.png': 1_000_000, 'p/9/图.png': 1_000_000 };
    for (let at = 0; at < 3000; at++) sizes[`p/${at}/index.html`] = at;
    const large = measureSite(records(sizes));
    // p, 3000 below it, and 头条.
    assert.deepEqual([large.files, large.entries], [3002, 3002 + 3002]);
    assert.deepEqual(large.fullest.slice(0, 2), [
      { folder: 'p', entries: 3000 },
      { folder: '', entries: 2 },
    ]);
    assert.deepEqual(
      large.largest.slice(0, 3).map(({ file }) => file),
      ['p/9/图.png', '头条/图.png', 'p/2999/index.html'],
    );
  });

  it('measures a site of nothing', () => {
    const nothing = measureSite(records({}));
    assert.deepEqual([nothing.files, nothing.entries, nothing.bytes], [0, 0, 0]);
    assert.equal(compareWithHosts(nothing, [{ name: 'x', fileBytes: 1 }])[0]?.limits[0]?.used, 0);
  });
});

describe('compareWithHosts', () => {
  it('compares with the hosts that are named, limit by limit', () => {
    const uses = compareWithHosts(site, [{ name: 'ours', files: 3, fileBytes: 6000 }]);
    assert.deepEqual(uses, [
      {
        host: 'ours',
        chosen: true,
        limits: [
          { limit: 'files', used: 4, allowed: 3 },
          { limit: 'fileBytes', used: 5000, allowed: 6000 },
        ],
      },
    ]);
  });

  it('compares with every host that is known when none is named, for information', () => {
    const uses = compareWithHosts(site, []);
    assert.deepEqual(
      uses.map(({ host }) => host),
      hostProfiles.map(({ name }) => name),
    );
    assert.ok(uses.every(({ chosen }) => !chosen));
  });
});

describe('judgeLimit', () => {
  const judge = (used: number) => judgeLimit({ limit: 'files', used, allowed: 20_000 });

  it('lets pass what is below 80 %, warns from there, and refuses above the limit only', () => {
    assert.equal(judge(15_999), 'fits');
    assert.equal(judge(16_000), 'near');
    assert.equal(judge(20_000), 'near');
    assert.equal(judge(20_001), 'over');
  });
});
