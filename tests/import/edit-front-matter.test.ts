import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editFrontMatter } from '../../src/import/edit-front-matter.ts';

describe('editFrontMatter', () => {
  it('adds keys below the others, and leaves all else as it is', () => {
    assert.equal(
      editFrontMatter('---\ntitle:  "a"  # mine\r\nx: [1,\n  2]\n---\nbody\n---\n', {
        permalink: '/a/',
        draft: true,
      }),
      '---\ntitle:  "a"  # mine\r\nx: [1,\n  2]\npermalink: /a/\ndraft: true\n---\nbody\n---\n',
    );
  });

  it('replaces a key with all that belongs to it', () => {
    const text = '---\naliases:\n  - /x/\n\ntitle: a\naliases:\n- /y/\n- /z/\ndate: 2022-01-01\n---\n';
    assert.equal(
      editFrontMatter(text, { aliases: ['/n/'], date: '2022-01-02' }),
      '---\n\ntitle: a\naliases:\n  - /n/\ndate: 2022-01-02\n---\n',
    );
  });

  it('keeps what YAML would refuse', () => {
    assert.equal(
      editFrontMatter(`\n---\ntitle: """'a'"""\n -  - x\n---\nb`, { permalink: '/a/' }),
      `\n---\ntitle: """'a'"""\n -  - x\npermalink: /a/\n---\nb`,
    );
  });

  it('puts in fences that are missing', () => {
    assert.equal(
      editFrontMatter('title: a\ndate: 2022-01-01\n---\nb', { slug: 'x' }),
      '---\ntitle: a\ndate: 2022-01-01\nslug: x\n---\nb',
    );
    assert.equal(editFrontMatter('---\ntitle: a\n\nb', { slug: 'x' }), '---\ntitle: a\nslug: x\n---\n\nb');
    assert.equal(editFrontMatter('b', { slug: 'x' }), '---\nslug: x\n---\n\nb');
  });

  it('does not touch JSON, nor what is never read', () => {
    assert.equal(editFrontMatter(';;;\n"title": "a"\n;;;\n', { slug: 'x' }), undefined);
    assert.equal(editFrontMatter('---js\n{}\n---\n', { slug: 'x' }), undefined);
  });

  it('changes nothing when there is nothing to set', () => {
    assert.equal(editFrontMatter('\ufeffa', {}), '\ufeffa');
  });
});
