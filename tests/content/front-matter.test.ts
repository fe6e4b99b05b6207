import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { collectDiagnostics } from '../../src/content/collect-diagnostics.ts';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import type { FrontMatterNode } from '../../src/content/front-matter-node.ts';

function plain(node: FrontMatterNode): unknown {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key, plain(value)]);
}

/** Keys and values, the body, and the rules that were reported. */
function read(text: string): { keys: unknown; body: string | undefined; rules: readonly string[] } {
  const { report, diagnostics } = collectDiagnostics('a.md', text);
  const reading = readFrontMatter(text, report);
  return {
    keys: reading.ok ? reading.entries.map(({ key, value }) => [key, plain(value)]) : 'refused',
    body: reading.ok ? text.slice(reading.bodyStart) : undefined,
    rules: diagnostics.map(({ rule }) => rule),
  };
}

describe('readFrontMatter', () => {
  it('reads YAML', () => {
    assert.deepEqual(read('---\ntitle: a\ntags: [b, {c: d}]\n---\ne'), {
      keys: [
        ['title', 'a'],
        ['tags', ['b', [['c', 'd']]]],
      ],
      body: 'e',
      rules: [],
    });
  });

  it('reads JSON, also without braces and with a comma too many', () => {
    const keys = [
      ['title', 'a'],
      ['tags', ['b', '1']],
    ];
    assert.deepEqual(read('---json\n{"title": "a", "tags": ["b", 1]}\n---\n').keys, keys);
    assert.deepEqual(read(';;;\n"title": "a",\n"tags": ["b", 1]\n;;;\n').keys, keys);
    assert.deepEqual(read('---json\n{"title": "a", "tags": ["b", 1],}\n---\n'), {
      keys,
      body: '',
      rules: ['json-syntax'],
    });
  });

  it('reads JSON that is broken line by line', () => {
    assert.deepEqual(read('---json\n{\n  "title": "甲 "乙" 丙",\n  "slug": "b"\n\n---\n').keys, [
      ['title', '甲 "乙" 丙'],
      ['slug', 'b'],
    ]);
  });

  it('never runs JavaScript', () => {
    const global = globalThis as { hit?: boolean };
    for (const fence of ['---js', '---javascript', '--- JS', '\ufeff\n---js', '---js\r', '---coffee']) {
      const { keys, rules } = read(`${fence}\n{ title: (globalThis.hit = true) }\n---\n`);
      assert.equal(keys, 'refused', fence);
      assert.deepEqual(rules, ['unsupported-front-matter']);
    }
    read('---\ntitle: !!js/function "function () { globalThis.hit = true }"\n---\n');
    assert.equal(global.hit, undefined);
  });

  it("leaves gray-matter's cache empty, so that a file that failed once is read again", () => {
    const matter = createRequire(import.meta.url)('gray-matter') as { cache: object };
    const text = '---\ntitle: "a\ntags: [\n---\nb';
    assert.deepEqual(read(text), read(text));
    assert.deepEqual(Object.keys(matter.cache), []);
  });

  it('takes comments and nothing between the fences for no keys', () => {
    for (const block of ['', '\n\n', '# a\n', '# a\n # b\n\n'])
      assert.deepEqual(read(`---\n${block}---\nc`), { keys: [], body: 'c', rules: [] });
  });

  it('publishes what is between two rules as body, if it holds no keys', () => {
    assert.deepEqual(read('---\n一段文字\n---\n正文'), {
      keys: [],
      body: '---\n一段文字\n---\n正文',
      rules: ['no-keys'],
    });
    assert.deepEqual(read('---\n- a\n- b\n---\nc').rules, ['no-keys']);
  });

  it('ends a block whose fence was forgotten before the body, not at a rule in it', () => {
    assert.deepEqual(read('---\ntitle: a\n\n正文一\n\n---\n正文'), {
      keys: [['title', 'a']],
      body: '\n正文一\n\n---\n正文',
      rules: ['unclosed-front-matter'],
    });
  });

  it('lets a title that is broken at a blank line go on', () => {
    assert.deepEqual(read("---\ntitle: '一座\n\n桥'\n---\n正文").keys, [['title', '一座桥']]);
  });

  it('refuses more than is ever read, by name', () => {
    const large: readonly (readonly [rule: string, block: string])[] = [
      ['front-matter-too-large', `title: ${'长'.repeat(70_000)}`],
      ['front-matter-too-large', Array.from({ length: 1001 }, (_, index) => `k${index}: v`).join('\n')],
      ['front-matter-too-large', `a: [${'x,'.repeat(21_000)}]`],
      ['too-many-aliases', `a: &a [${'x,'.repeat(300)}]\nb: [${'*a,'.repeat(90)}]`],
      ['too-many-aliases', `a: &a x\nb: [${'*a,'.repeat(101)}]`],
      ['too-many-aliases', 'a: &a [*a]'],
      [
        'front-matter-too-large',
        `broken: @x\n${Array.from({ length: 90 }, (_, i) => `k${i}: [&a [${'x,'.repeat(100)}], ${'*a,'.repeat(90)}]`).join('\n')}`,
      ],
    ];
    for (const [rule, block] of large) assert.equal(read(`---\n${block}\n---\n`).rules.at(-1), rule);
  });

  it('survives brackets and dashes in one another by the ten thousands', () => {
    for (const part of ['[', '{', '- ', '? ', '{a: ', '[[', '- - ', '"', "'", '&a ', '!x ', '*', '\n', ' ']) {
      for (const key of ['title: ', 'tags:\n  ', 'a: ']) {
        const text = `---\ndate: 2024-03-01\n${key}${part.repeat(12_000 / part.length)}\n---\nb`;
        assert.equal(read(text).body, 'b', part);
      }
    }
  });
});
