import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { locateOffset } from '../../src/content/locate-offset.ts';

describe('locateOffset', () => {
  it('counts lines and columns from 1', () => {
    assert.deepEqual(locateOffset('abc', 0), { line: 1, column: 1 });
    assert.deepEqual(locateOffset('ab\ncd', 4), { line: 2, column: 2 });
  });

  it('counts CR LF and CR as one line end each', () => {
    assert.deepEqual(locateOffset('a\r\nb\rc\nd', 3), { line: 2, column: 1 });
    assert.deepEqual(locateOffset('a\r\nb\rc\nd', 5), { line: 3, column: 1 });
    assert.deepEqual(locateOffset('a\r\nb', 2), { line: 1, column: 3 });
  });

  it('counts columns in UTF-16 code units, as editors do', () => {
    assert.deepEqual(locateOffset('😀中x', 3), { line: 1, column: 4 });
  });

  it('takes places outside for the nearest end', () => {
    assert.deepEqual(locateOffset('ab\n', 99), { line: 2, column: 1 });
    assert.deepEqual(locateOffset('ab', -1), { line: 1, column: 1 });
  });
});
