import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSiteConfig } from '../../src/content/parse-site-config.ts';
import { findUnusedAuthors } from '../../src/site/author-diagnostics.ts';

/** What is said of a `site.yaml` beside articles by the given authors. */
function warn(text: string, ...authors: readonly (readonly string[])[]): readonly string[] {
  const { config, authorPlaces } = parseSiteConfig(text, 'site.yaml');
  const described = config.authors.map(({ name }, index) => ({ name, ...authorPlaces[index]! }));
  return findUnusedAuthors(
    described,
    authors.map((names) => ({ authors: names })),
    'site.yaml',
  ).map(({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`);
}

const SHEN =
  'title: 报\nauthors:\n  - name: 沈望舒\n    bio: 写城市。\n  - bio: 写港口。\n    name: Merrin Vale\n';

describe('an author whom site.yaml describes', () => {
  it('is named by an article, whatever Unicode form the name has', () => {
    assert.deepEqual(warn(SHEN, ['沈望舒'], ['Merrin Vale']), []);
    assert.deepEqual(warn('authors: [{name: "Re\u0301ne"}]', ['R\u00e9ne']), []);
  });

  it('is warned of where the name stands when no article names it', () => {
    assert.deepEqual(warn(SHEN, ['36kr'], []), [
      'site.yaml:3:11 unused-author No article names the author "沈望舒".',
      'site.yaml:6:11 unused-author No article names the author "Merrin Vale".',
    ]);
  });

  it('was perhaps meant to be one who has no description', () => {
    assert.deepEqual(warn(SHEN, ['沈望书'], ['Merin Vale']), [
      'site.yaml:3:11 unused-author No article names the author "沈望舒". Did you mean "沈望书"?',
      'site.yaml:6:11 unused-author No article names the author "Merrin Vale". Did you mean "Merin Vale"?',
    ]);
  });

  it('is located behind an entry that was left out, and of nobody is said anything before the first article', () => {
    const text = 'authors:\n  - bio: 无名\n  - name: 沈望舒\n';
    assert.deepEqual(warn(text, ['36kr']), [
      'site.yaml:3:11 unused-author No article names the author "沈望舒".',
    ]);
    assert.deepEqual(warn(SHEN), []);
  });
});
