import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ColumnReader } from '../../src/build/column-reader.ts';
import { ColumnWriter, type KeptRows } from '../../src/build/column-writer.ts';

interface Row {
  readonly number: number;
  readonly text: string;
  /** ASCII in all rows. */
  readonly plain: string;
  readonly shared: unknown;
  readonly list: readonly unknown[];
}

const anyValue = fc.constantFrom<unknown>(null, 'a', '经济', ['a', 'b'], { id: '1', name: '华为' }, true);

const anyRow: fc.Arbitrary<Row> = fc.record(
  {
    number: fc.oneof(fc.double(), fc.integer()),
    text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '新媒体', '😀')),
    plain: fc.string({ unit: 'binary-ascii' }),
    shared: anyValue,
    list: fc.array(anyValue, { maxLength: 3 }),
  },
  { noNullPrototype: true },
);

function write(rows: readonly Row[], kept: readonly KeptRows[] = []): Buffer {
  const table = new ColumnWriter(rows.length, kept);
  table.numbers(
    'number',
    rows.map(({ number }) => number),
  );
  table.texts(
    'text',
    rows.map(({ text }) => text),
  );
  table.texts(
    'plain',
    rows.map(({ plain }) => plain),
  );
  table.shared(
    'shared',
    rows.map(({ shared }) => shared),
  );
  table.lists(
    'list',
    rows.map(({ list }) => list),
  );
  return table.finish();
}

function read(table: ColumnReader): Row[] {
  const [numbers, texts, plain] = [table.numbers('number'), table.texts('text'), table.texts('plain')];
  const [shared, lists] = [table.shared<unknown>('shared'), table.lists<unknown>('list')];
  return Array.from({ length: table.rows }, (_, row) => ({
    number: numbers[row]!,
    text: texts.at(row),
    plain: plain.at(row),
    shared: shared.at(row),
    list: lists.at(row),
  }));
}

describe('a table of columns', () => {
  it('gives back its rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        assert.deepEqual(read(new ColumnReader(write(rows))), rows);
      }),
    );
  });

  it('begins with the rows that it keeps of earlier ones', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyRow, fc.boolean())), fc.array(anyRow), (before, added) => {
        const table = new ColumnReader(write(before.map(([row]) => row)));
        const kept = before.flatMap(([, isKept], row) => (isKept ? [row] : []));
        const other = new ColumnReader(write(added));
        const rows = [
          { table, rows: Uint32Array.from(kept) },
          { table: other, rows: Uint32Array.from(added.keys()) },
        ];
        const after = new ColumnReader(write(added, rows));
        assert.deepEqual(read(after), [...kept.map((row) => before[row]![0]), ...added, ...added]);
      }),
    );
  });

  it('tells what rows share once: equal values are one object', () => {
    const rows = ['a', 'b'].map((text) => ({
      number: 0,
      plain: '',
      text,
      shared: { id: '1' },
      list: [{ id: '2' }],
    }));
    const table = new ColumnReader(write(rows));
    const [shared, lists] = [table.shared('shared'), table.lists('list')];
    assert.equal(shared.at(0), shared.at(1));
    assert.equal(lists.at(0)[0], lists.at(1)[0]);
  });

  it('finds the first row that has a text, and tells where the text of each row lies', () => {
    const texts = fc.array(fc.constantFrom<string>('a', 'aa', 'ba', '', '经', '经济', 'b'), { maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.constantFrom<string>('a', 'aa', 'ba', '经', '济'), (all, text) => {
        const table = new ColumnReader(
          write(all.map((each) => ({ number: 0, plain: '', text: each, shared: null, list: [] }))),
        );
        const column = table.texts('text');
        assert.equal(column.find(text) ?? -1, all.indexOf(text));
        for (const [row, each] of all.entries()) {
          const found = column.bytes.subarray(column.startOf(row), column.startOf(row + 1));
          assert.equal(found.toString(), each);
        }
      }),
    );
  });

  it('is refused when it was cut short', () => {
    const whole = write([{ number: 1, plain: '', text: '经济', shared: 'a', list: [] }]);
    assert.throws(() => new ColumnReader(whole.subarray(0, whole.length - 8)), /not as long as it says/);
  });

  it('is read wherever it lies in memory', () => {
    const whole = write([{ number: 1, plain: '', text: 'a', shared: 'a', list: [] }]);
    const shifted = Buffer.concat([Buffer.from('x'), whole]).subarray(1);
    assert.equal(read(new ColumnReader(shifted))[0]!.number, 1);
  });
});
