import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joinLines } from '../../src/content/join-lines.ts';

describe('joinLines', () => {
  it('joins Chinese lines without a space', () => {
    assert.equal(joinLines(['一座桥', '  的名字，', '通车']), '一座桥的名字，通车');
  });

  it('joins words with a space, also to Chinese', () => {
    assert.equal(joinLines(['The bridge', 'opens', '今天']), 'The bridge opens 今天');
  });

  it('leaves out blank lines', () => {
    assert.equal(joinLines(['', 'a', ' ', 'b']), 'a b');
  });
});
