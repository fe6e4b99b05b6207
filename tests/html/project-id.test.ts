import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readProjectId } from '../../src/html/project-id.ts';

describe('readProjectId', () => {
  it('keeps letters, digits, "-" and "_"', () => {
    assert.equal(readProjectId('7133'), '7133');
    assert.equal(readProjectId('night-ferry_2'), 'night-ferry_2');
  });

  it('folds case, since two ids that differ by it may be one folder', () => {
    assert.equal(readProjectId('AbC'), 'abc');
  });

  it('forgives space around an id', () => assert.equal(readProjectId(' 7133\n'), '7133'));

  for (const raw of ['', ' ', 'a/b', '..', 'a.b', '%2e', '阿里', 'a b', '\u212a', 'x'.repeat(65)]) {
    it(`knows no project by ${JSON.stringify(raw.slice(0, 10))}`, () => {
      assert.equal(readProjectId(raw), undefined);
    });
  }

  for (const raw of ['con', 'NUL', 'Com1', 'lpt9', 'aux', 'prn']) {
    it(`knows none by ${raw}, which is a device on Windows`, () => {
      assert.equal(readProjectId(raw), undefined);
    });
  }

  it('gives nothing but segments of URLs, and gives them unchanged when asked again', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'aZ0-_./') })),
        (raw) => {
          const id = readProjectId(raw);
          if (id === undefined) return;
          assert.match(id, /^[a-z0-9_-]{1,64}$/);
          assert.equal(readProjectId(id), id);
        },
      ),
    );
  });
});
