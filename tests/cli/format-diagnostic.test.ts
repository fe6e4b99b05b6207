import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatDiagnostic } from '../../src/cli/format-diagnostic.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';

const diagnostic: Diagnostic = {
  file: 'content/articles/城市/桥.md',
  line: 3,
  column: 7,
  severity: 'error',
  rule: 'invalid-date',
  message: '"date" can not be read: "2024-02-31".',
  hint: 'Write it as 2024-03-01.',
};

const source = '---\ntitle: 桥\ndate: 2024-02-31\n---\n正文\n';

describe('formatDiagnostic for people', () => {
  it('begins with file:line:column, severity, rule and message, and indents the hint', () => {
    assert.equal(
      formatDiagnostic(diagnostic, { format: 'pretty' }),
      'content/articles/城市/桥.md:3:7  error  invalid-date  "date" can not be read: "2024-02-31".\n    Write it as 2024-03-01.',
    );
  });

  it('shows the place in the file', () => {
    const lines = formatDiagnostic(diagnostic, { format: 'pretty', source }).split('\n');
    assert.deepEqual(lines.slice(2), [
      '    1 | ---',
      '    2 | title: 桥',
      '    3 | date: 2024-02-31',
      '      |       ^',
    ]);
  });

  it('shows no frame for a line that the file does not have', () => {
    assert.equal(formatDiagnostic(diagnostic, { format: 'pretty', source: 'a' }).split('\n').length, 2);
  });

  it('colours only when asked', () => {
    assert.ok(!formatDiagnostic(diagnostic, { format: 'pretty', source }).includes('\u001b'));
    const colored = formatDiagnostic(diagnostic, { format: 'pretty', colors: true });
    assert.ok(colored.includes('\u001b[31merror\u001b[0m'));
    const warning = formatDiagnostic(
      { ...diagnostic, severity: 'warning' },
      { format: 'pretty', colors: true },
    );
    assert.ok(warning.includes('\u001b[33mwarning\u001b[0m'));
  });

  it('lets no file name, message or source move the cursor or turn the text around', () => {
    const hostile = { ...diagnostic, file: 'a\u001b[2J\n.md', message: 'b\r\u202e', hint: '\u0007', line: 1 };
    const text = formatDiagnostic(hostile, { format: 'pretty', source: 'x\u001b]0;y\u0007' });
    assert.doesNotMatch(text.replaceAll('\n', ''), /[\0-\x1f\x7f-\x9f\u202a-\u202e]/);
    assert.equal(text.split('\n').length, 4);
  });
});

describe('formatDiagnostic for GitHub', () => {
  it('is a workflow command with file, line, column and rule', () => {
    assert.equal(
      formatDiagnostic(diagnostic, { format: 'github' }),
      '::error file=content/articles/城市/桥.md,line=3,col=7,title=invalid-date::"date" can not be read: "2024-02-31".%0AWrite it as 2024-03-01.',
    );
  });

  it('escapes what would end a property or the command', () => {
    const hostile = { ...diagnostic, file: 'a,b:c%.md', message: '100%: a, b', hint: 'x' };
    assert.equal(
      formatDiagnostic(hostile, { format: 'github' }),
      '::error file=a%2Cb%3Ac%25.md,line=3,col=7,title=invalid-date::100%25: a, b%0Ax',
    );
  });

  it('stays one command in one line, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (file, message) => {
        const text = formatDiagnostic({ ...diagnostic, file, message }, { format: 'github' });
        assert.doesNotMatch(text, /[\r\n]/);
        const [, properties] = /^::error ([^:]*)::/.exec(text)!;
        assert.equal(properties!.split(',').length, 4);
      }),
    );
  });
});

describe('formatDiagnostic for programs', () => {
  it('is a line of JSON with everything in it', () => {
    const text = formatDiagnostic({ ...diagnostic, message: 'a\nb' }, { format: 'json' });
    assert.ok(!text.includes('\n'));
    assert.deepEqual(JSON.parse(text), { ...diagnostic, message: 'a\nb' });
  });
});
