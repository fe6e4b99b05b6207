import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitFrontMatter } from '../../src/content/split-front-matter.ts';

/** The language, block, body and missing fence of a file, or what it is instead. */
function split(text: string): readonly (string | undefined)[] {
  const found = splitFrontMatter(text);
  if (found.kind === 'refused') return ['refused', found.language];
  if (found.kind === 'no-front-matter') return ['none'];
  return [found.language, text.slice(found.start, found.end), text.slice(found.bodyStart), found.missing];
}

describe('splitFrontMatter', () => {
  it('finds the block between two fences', () => {
    assert.deepEqual(split('---\ntitle: a\n---\n正文'), ['yaml', 'title: a\n', '正文', undefined]);
  });

  it('skips blank and invisible lines in front', () => {
    assert.deepEqual(split('\n \u200b\t\n---\ntitle: a\n---\nb'), ['yaml', 'title: a\n', 'b', undefined]);
  });

  it('reads CR LF and CR', () => {
    assert.deepEqual(split('---\r\na: b\r\n---\r\nc'), ['yaml', 'a: b\r\n', 'c', undefined]);
    assert.deepEqual(split('---\ra: b\r---\rc'), ['yaml', 'a: b\r', 'c', undefined]);
  });

  it('takes longer fences, spaces behind them, and ... for the end', () => {
    assert.deepEqual(split('----  \na: b\n-----\t\nc'), ['yaml', 'a: b\n', 'c', undefined]);
    assert.deepEqual(split('---\na: b\n...\nc'), ['yaml', 'a: b\n', 'c', undefined]);
  });

  it('does not end at a line that only begins with dashes', () => {
    assert.deepEqual(split('---\na: b\n--- c\n---x\n---\nd'), [
      'yaml',
      'a: b\n--- c\n---x\n',
      'd',
      undefined,
    ]);
  });

  it('reads the language from the fence', () => {
    assert.equal(split('---yaml\na: b\n---\n')[0], 'yaml');
    assert.equal(split('--- YML \na: b\n---\n')[0], 'yaml');
    assert.equal(split('---json\n{}\n---\n')[0], 'json');
    assert.equal(split(';;;\n"a": "b"\n;;;\n')[0], 'json');
  });

  it('refuses every other language', () => {
    for (const name of [
      'js',
      'JS',
      'javascript',
      'coffee',
      'cson',
      'toml',
      'ts',
      'ejs',
      '__proto__x'.slice(2),
      'constructor',
    ]) {
      assert.deepEqual(split(`---${name}\nx\n---\n`), ['refused', name]);
      assert.deepEqual(split(`\ufeff\n--- ${name} \r\nx\r\n---\n`), ['refused', name]);
    }
    assert.deepEqual(split('+++\ntitle = "a"\n+++\n'), ['refused', 'toml']);
  });

  it('reads a first key behind the fence', () => {
    assert.deepEqual(split('--- title: a\nb: c\n---\nd'), ['yaml', 'title: a\nb: c\n', 'd', undefined]);
  });

  it('takes a line of dashes without keys under it for a rule', () => {
    for (const text of ['---\n\n# 标题\n', '---', '--- 正文 ---\n', '+++\n正文', '----a b\n', 'a\n---\nb'])
      assert.deepEqual(split(text), ['none'], text);
  });

  it('ends a block that is not closed where its keys end', () => {
    assert.deepEqual(split('---\ntitle: a\ntags:\n - b\n\n正文\n'), [
      'yaml',
      'title: a\ntags:\n - b\n',
      '\n正文\n',
      'closing',
    ]);
    assert.deepEqual(split('---\ntitle: a\n<p>b</p>'), ['yaml', 'title: a\n', '<p>b</p>', 'closing']);
    assert.deepEqual(split('---\ntitle: a'), ['yaml', 'title: a', '', 'closing']);
  });

  it('takes keys without a fence in front for a block, if they are known', () => {
    assert.deepEqual(split('title: a\ndate: b\n---\nc'), ['yaml', 'title: a\ndate: b\n', 'c', 'opening']);
    assert.deepEqual(split('title: a\ndate: b\n\nc'), ['yaml', 'title: a\ndate: b\n', '\nc', 'opening']);
    assert.deepEqual(split('Note: a\nOther: b\n\nc'), ['none']);
    assert.deepEqual(split('title: a\n\nc'), ['none']);
  });
});
