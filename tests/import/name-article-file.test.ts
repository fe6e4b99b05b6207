import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isArticleFile } from '../../src/content/article-file.ts';
import { chooseArticleFile, foldFilePath, nameFromTitle } from '../../src/import/name-article-file.ts';

const choose = (title: string, folders: readonly string[] = [], taken: readonly string[] = []) =>
  chooseArticleFile({ title, folders, identity: 'n-1' }, (folded) =>
    taken.map(foldFilePath).includes(folded),
  );

describe('nameFromTitle', () => {
  it('keeps what a file can be called', () => assert.equal(nameFromTitle('大桥通车 (一)'), '大桥通车 (一)'));
  it('replaces what file systems forbid', () =>
    assert.equal(nameFromTitle('a/b\\c:d*e?f"g<h>i|j'), 'a_b_c_d_e_f_g_h_i_j'));
  it('replaces what hides or turns text around', () =>
    assert.equal(nameFromTitle('a\u202egpj.b\u200bc'), 'a_gpj.b_c'));
  it('hides no file', () => assert.equal(nameFromTitle(' ._大桥. '), '大桥'));
  it('names no device', () => assert.equal(nameFromTitle('con.fig'), 'con-.fig'));
  it('cuts at a character', () => assert.equal(nameFromTitle('桥'.repeat(100)), '桥'.repeat(60)));
  it('has nothing to say of nothing', () => assert.equal(nameFromTitle('../..'), ''));
});

describe('chooseArticleFile', () => {
  it('files an article below its categories', () => {
    assert.equal(choose('大桥', ['城市', '晨报']), '城市/晨报/大桥.md');
  });

  it('tells articles of one title apart by what the source calls them, in whatever order they come', () => {
    const first = choose('大桥', ['城市'], ['城市/大桥.md']);
    assert.match(first, /^城市\/大桥-[0-9a-f]{8}\.md$/);
    assert.equal(choose('大桥', ['城市'], ['城市/大桥.md', 'x.md']), first);
    assert.notEqual(choose('大桥', ['城市'], ['城市/大桥.md', first]), first);
  });

  it('knows that case does not part files everywhere', () => {
    assert.match(choose('Bridge', [], ['BRIDGE.md']), /^Bridge-/);
  });

  it('leaves out folders that would be skipped, and names that would run', () => {
    assert.equal(choose('大桥', ['..', '_drafts', 'node_modules', '城市']), 'drafts/城市/大桥.md');
    assert.match(choose('x.11ty.js'), /^article-[0-9a-f]{8}\.md$/);
    assert.match(choose('../..'), /^article-[0-9a-f]{8}\.md$/);
  });

  it('always gives an article inside the folder', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
        (title, folders) => {
          const file = choose(title, folders);
          assert.ok(isArticleFile(file), file);
          for (const part of file.split('/')) {
            assert.ok(part !== '..' && part !== '.' && part !== '' && Buffer.byteLength(part) <= 255, file);
            assert.doesNotMatch(part, /[\0-\x1f\\:*?"<>|]/);
          }
        },
      ),
    );
  });
});
