import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readLines, spellLine } from '../../src/build/output-line.ts';
import { readParts, spellParts } from '../../src/build/output-parts.ts';
import { listOutputs, type OutputPart, OutputRecords } from '../../src/build/output-records.ts';
import type { SpelledOutputs } from '../../src/build/store.ts';

const COMMON = 'chrome and code';

/** A site as the records see it: groups of pages, and files of no group, each with what it shows. */
interface Site {
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly others: ReadonlyMap<string, string>;
}

const recordOf = (shown: string) => ({ key: shown, digest: `digest of ${shown}`, size: shown.length });
const identityOf = (pages: ReadonlyMap<string, string>) => JSON.stringify([...pages]);

/** As a build does it: keeps what is known, and makes the records of the rest. */
function update(site: Site, last?: SpelledOutputs): { readonly left: SpelledOutputs; readonly kept: number } {
  const records = new OutputRecords(last);
  const parts: OutputPart[] = [];
  const wanted = new Map(site.others);
  let kept = 0;
  for (const [name, pages] of site.groups) {
    const identity = identityOf(pages);
    if (records.isKnown(name, identity, COMMON)) {
      records.keep(name);
      parts.push({ name, identity });
      kept++;
      continue;
    }
    records.open(name);
    for (const [file, shown] of pages) wanted.set(file, shown);
    parts.push({ name, identity, files: [...pages.keys()] });
  }
  records.openOthers();
  for (const file of [...records.opened.keys()]) if (!wanted.has(file)) records.delete(file);
  for (const [file, shown] of wanted)
    if (records.opened.get(file)?.key !== shown) records.set(file, recordOf(shown));
  const left = records.spell(COMMON, parts);
  const all = new Map(Array.from(site.groups.values()).flatMap((pages) => [...pages]));
  for (const [file, shown] of site.others) all.set(file, shown);
  assert.deepEqual(
    new Map(Array.from(readLines(left.bytes), ({ file, record }) => [file, record])),
    new Map(Array.from(all, ([file, shown]) => [file, recordOf(shown)])),
  );
  return { left, kept };
}

/** Pages move from group to group, as articles do between eras: each is in one. */
const anySite: fc.Arbitrary<Site> = fc
  .array(fc.tuple(fc.nat({ max: 9 }), fc.constantFrom('甲', '乙', '丙', ''), fc.constantFrom('1', '22')), {
    maxLength: 12,
  })
  .map((pages) => {
    const groups = new Map<string, Map<string, string>>();
    const others = new Map<string, string>();
    for (const [at, group, shown] of new Map(pages.map((each) => [each[0], each])).values()) {
      if (group === '') others.set(`文件/${at}.xml`, shown);
      else groups.set(group, (groups.get(group) ?? new Map()).set(`p/${at}/index.html`, shown));
    }
    return { groups: new Map([...groups].sort()), others };
  });

describe('the records of an output', () => {
  it('are those of a clean build, whatever was kept of builds before', () => {
    fc.assert(
      fc.property(fc.array(anySite, { minLength: 1, maxLength: 5 }), (sites) => {
        let last: SpelledOutputs | undefined;
        for (const site of sites) {
          const { left } = update(site, last);
          assert.deepEqual(left, update(site).left);
          last = readParts(spellParts(left), left.bytes);
          assert.deepEqual(last, left);
        }
      }),
    );
  });

  it('are kept of each group that is as it was', () => {
    const site = (shown: string): Site => ({
      groups: new Map([
        ['甲', new Map([['p/1/index.html', '1']])],
        ['乙', new Map([['p/2/index.html', shown]])],
      ]),
      others: new Map([['feed.xml', shown]]),
    });
    const { left } = update(site('1'));
    assert.equal(update(site('1'), left).kept, 2);
    assert.equal(update(site('2'), left).kept, 1);
  });

  it('are looked at again for a group of which another one has a page too', () => {
    const records = new OutputRecords();
    records.set('a.html', recordOf('1'));
    const left = records.spell(COMMON, [
      { name: '甲', identity: 'x', files: ['a.html'] },
      { name: '乙', identity: 'y', files: ['a.html'] },
    ]);
    const next = new OutputRecords(left);
    assert.ok(next.isKnown('甲', 'x', COMMON));
    assert.ok(!next.isKnown('乙', 'y', COMMON));
  });

  it('are listed by path', () => {
    const { left } = update({
      groups: new Map([['甲', new Map([['p/1/index.html', '1']])]]),
      others: new Map([
        ['z.xml', '3'],
        ['a.xml', '2'],
      ]),
    });
    const listed = listOutputs(left);
    assert.deepEqual(
      listed.map(({ file }) => file),
      ['a.xml', 'p/1/index.html', 'z.xml'],
    );
    assert.deepEqual(listed[0]!.record, recordOf('2'));
    assert.deepEqual(listOutputs(undefined), []);
  });

  it('are not read when they were cut short', () => {
    const line = Buffer.from(spellLine('头条/a.html', recordOf('1')));
    assert.throws(() => [...readLines(line.subarray(0, -1))], /cut short/);
    assert.throws(() => [...readLines(Buffer.concat([line, Buffer.from('a.html\0key\n')]))], /cut short/);
    const { left } = update({ groups: new Map(), others: new Map([['a.xml', '1']]) });
    const spelled = spellParts(left);
    assert.throws(() => readParts(spelled, left.bytes.subarray(1)), /cut short/);
    for (const length of [0, 3, spelled.length - 1])
      assert.throws(() => readParts(spelled.slice(0, length), left.bytes), /cut short/);
  });
});
