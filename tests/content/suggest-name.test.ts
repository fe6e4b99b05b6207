import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suggestName } from '../../src/content/suggest-name.ts';

const known = ['title', 'categories', 'tags', 'date', 'timeZone'];

describe('suggestName', () => {
  it('finds a name with a letter wrong, missing, added or swapped', () => {
    assert.equal(suggestName('catagories', known), 'categories');
    assert.equal(suggestName('titel', known), 'title');
    assert.equal(suggestName('categries', known), 'categories');
    assert.equal(suggestName('tagss', known), 'tags');
  });

  it('finds a name in other letters', () => {
    assert.equal(suggestName('timezone', known), 'timeZone');
  });

  it('finds nothing for a known name, a far one, and a short one', () => {
    for (const name of ['title', 'layout', 'ta', 'data-source', 'x'.repeat(5000)])
      assert.equal(suggestName(name, known), undefined);
  });
});
