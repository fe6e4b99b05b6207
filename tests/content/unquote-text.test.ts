import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unquoteText } from '../../src/content/unquote-text.ts';

const cases: readonly (readonly [what: string, raw: string, text: string])[] = [
  ['takes off nine pairs of nested quotes', `${'"'.repeat(9)}'标题'${'"'.repeat(9)}`, '标题'],
  ['takes off a lone quote in front', '"标题', '标题'],
  ['takes off quotes of different kinds', `"标题'`, '标题'],
  ['keeps a quotation at each end', '"甲" 和 "乙"', '"甲" 和 "乙"'],
  ['keeps a quotation in front', '"甲" 通车', '"甲" 通车'],
  ['takes off quotes around apostrophes', "'It's Bob's'", "It's Bob's"],
  ['takes off quotes around a quotation', '"他说 "好" 了"', '他说 "好" 了'],
  ['keeps a typographic quotation', '“甲”通车', '“甲”通车'],
  ['keeps a typographic end', "'甲“乙”", '甲“乙”'],
  ['undoes the escapes of double quotes', '"a \\"b\\" c', 'a "b" c'],
  ['undoes the escape of single quotes', "'it''s", "it's"],
  ['finds nothing in quotes alone', '""""', ''],
  ['leaves text without quotes', ' 快讯: 通车 ', '快讯: 通车'],
];

describe('unquoteText', () => {
  for (const [what, raw, text] of cases) it(what, () => assert.equal(unquoteText(raw), text));

  it('takes linear time in runs of quotes', () => {
    assert.equal(unquoteText(`"${'"'.repeat(200_000)}x${'"'.repeat(200_000)}y`).length, 200_002);
  });
});
