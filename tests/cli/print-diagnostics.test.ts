import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSayOnce } from '../../src/cli/print-diagnostics.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';

describe('createSayOnce', () => {
  it('says a warning when it comes, and again when it came back; an error until it is mended', () => {
    const fault = (file: string, severity: Diagnostic['severity']): Diagnostic => {
      return { file, line: 1, column: 1, severity, rule: 'unquoted-text', message: 'm' };
    };
    const [old, fresh, error] = [fault('a.md', 'warning'), fault('b.md', 'warning'), fault('c.md', 'error')];
    const sayOnce = createSayOnce();
    assert.deepEqual(sayOnce([old, error]), [old, error]);
    assert.deepEqual(sayOnce([old, fresh, error]), [fresh, error]);
    assert.deepEqual(sayOnce([]), []);
    assert.deepEqual(sayOnce([old]), [old]);
  });
});
