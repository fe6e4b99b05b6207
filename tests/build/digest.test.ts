import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalJson, digest, gitBlobId } from '../../src/build/digest.ts';

describe('digests', () => {
  it('are 22 characters that are safe in file names', () => {
    assert.match(digest('新闻'), /^[\w-]{22}$/);
  });

  it('keep parts apart', () => {
    assert.notEqual(digest('ab', 'c'), digest('a', 'bc'));
    assert.notEqual(digest('a', ''), digest('a'));
    assert.notEqual(digest(Buffer.from('ab'), 'c'), digest(Buffer.from('a'), 'bc'));
  });

  it('of a file is the one git gives it', () => {
    // From gitformat documentation: `printf 'what is up, doc?' | git hash-object --stdin`.
    assert.equal(gitBlobId(Buffer.from('what is up, doc?')), 'bd9dbf5aae1a3862dd1526723246b20206e5fc37');
  });

  it('of equal data are equal, whatever the order of its keys', () => {
    assert.equal(
      canonicalJson({ b: [1, { d: 1, c: 2 }], a: 'x' }),
      canonicalJson({ a: 'x', b: [1, { c: 2, d: 1 }] }),
    );
    assert.notEqual(canonicalJson([1, 2]), canonicalJson([2, 1]));
  });
});
