import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collectDiagnostics, quoteValue } from '../../src/content/collect-diagnostics.ts';

describe('collectDiagnostics', () => {
  it('gives each finding its line, column, severity and hint', () => {
    const { report, diagnostics, hasError } = collectDiagnostics('a.md', 'x\nyz');
    report('missing-title', 3, 'There is no title.');
    assert.equal(hasError(), false);
    report('missing-date', 0, 'There is no date.');
    assert.ok(hasError());
    assert.deepEqual(
      { ...diagnostics[0], hint: undefined },
      {
        file: 'a.md',
        line: 2,
        column: 2,
        severity: 'warning',
        rule: 'missing-title',
        message: 'There is no title.',
        hint: undefined,
      },
    );
    assert.equal(diagnostics[1]?.severity, 'error');
    assert.match(diagnostics[1]?.hint ?? '', /^Add a line/);
  });

  it('lists a hundred warnings and says that there are more, and every error', () => {
    const { report, diagnostics } = collectDiagnostics('a.md', '');
    for (let count = 0; count < 150; count++) report('empty-name', 0, 'A name is empty.');
    report('missing-date', 0, 'There is no date.');
    assert.equal(diagnostics.length, 102);
    assert.equal(diagnostics[100]?.rule, 'more-warnings');
    assert.equal(diagnostics[101]?.rule, 'missing-date');
  });
});

describe('quoteValue', () => {
  it('cuts long values between characters', () => {
    assert.equal(quoteValue('😀'.repeat(100)), `"${'😀'.repeat(60)}…"`);
  });

  it('shows what does not show', () => {
    assert.equal(quoteValue('a\nb\u202e\u001b[31m\ud800'), '"a\\nb\\u202e\\u001b[31m\\ud800"');
  });
});
