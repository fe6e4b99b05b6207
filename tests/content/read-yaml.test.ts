import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FrontMatterNode } from '../../src/content/front-matter-node.ts';
import { parseYaml } from '../../src/content/read-yaml.ts';

function nodeOf(source: string): FrontMatterNode {
  const reading = parseYaml(source, 0);
  assert.equal(reading.kind, 'node', source);
  return (reading as Extract<typeof reading, { kind: 'node' }>).node;
}

/** The value of the first key. */
function firstValue(source: string): FrontMatterNode {
  const node = nodeOf(source);
  assert.ok(node.kind === 'map');
  return node.entries[0]!.value;
}

function textOf(source: string): string {
  const value = firstValue(source);
  assert.ok(value.kind === 'text');
  return value.text;
}

describe('parseYaml', () => {
  it('keeps scalars as they are written', () => {
    for (const text of ['007', '1e10', 'true', '~', '2022-01-06', '0x1F', '1_000', 'yes'])
      assert.equal(textOf(`a: ${text}`), text);
  });

  it('knows where each key and value stands', () => {
    const node = nodeOf('a: b\nc:\n  - "d"\n');
    assert.ok(node.kind === 'map');
    assert.deepEqual(
      node.entries.map(({ start, value }) => [start, value.start, value.end]),
      [
        [0, 3, 4],
        [5, 10, 15],
      ],
    );
  });

  it('tells quoted text from plain', () => {
    assert.equal((firstValue("a: 'true'") as { plain?: boolean }).plain, false);
    assert.equal((firstValue('a: true') as { plain?: boolean }).plain, true);
    assert.equal((firstValue('a: |\n  true\n') as { plain?: boolean }).plain, false);
  });

  it('takes an anchor that nothing refers to, and a tag of our own making, for text', () => {
    assert.equal(textOf('a: &Co 上市'), '&Co 上市');
    assert.equal(textOf('a: !important 快讯'), '!important 快讯');
    assert.equal(textOf('a: &x !y z'), '&x !y z');
    assert.equal(textOf('a: !!wow 通车'), '!!wow 通车');
    assert.equal(textOf('a: &x b\nc: *x'), 'b');
  });

  it('does nothing for tags that create objects elsewhere', () => {
    assert.equal(textOf('a: !!js/function "x"'), 'x');
    assert.equal(textOf('a: !!binary aGk='), 'aGk=');
    assert.equal(textOf('a: !!timestamp 2022-01-06'), '2022-01-06');
  });

  it('follows aliases, and keeps merge keys as keys', () => {
    const node = nodeOf('a: &x {b: c}\nd:\n  <<: *x\n');
    assert.ok(node.kind === 'map');
    const merged = node.entries[1]!.value;
    assert.ok(merged.kind === 'map');
    assert.deepEqual(
      merged.entries.map(({ key, value }) => [key, value.kind]),
      [['<<', 'map']],
    );
  });

  it('keeps keys that are there twice', () => {
    const node = nodeOf('a: 1\na: 2\n');
    assert.ok(node.kind === 'map');
    assert.deepEqual(
      node.entries.map(({ key }) => key),
      ['a', 'a'],
    );
  });

  it('makes no prototype of __proto__', () => {
    const node = nodeOf('__proto__: {polluted: 1}\n');
    assert.ok(node.kind === 'map');
    assert.equal(node.entries[0]?.key, '__proto__');
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });

  it('refuses what is not YAML, more than one document, and an alias of nothing', () => {
    for (const source of ['a: b: c', 'a: "b', 'a: 1\n--- b\n', 'a: *b', 'a: @b', '\ta: b'])
      assert.equal(parseYaml(source, 0).kind, 'syntax', source);
  });

  it('says that there is nothing', () => {
    for (const source of ['', '\n', '# a']) assert.equal(parseYaml(source, 0).kind, 'empty', source);
  });
});
