import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('the READMEs', () => {
  const files = ['README.md', 'README.zh-CN.md'];
  const named = (text: string) => [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((match) => match[1]!);

  for (const file of files) {
    const text = readFileSync(file, 'utf8');

    it(`${file} names commands that there are, and files that there are`, () => {
      for (const command of named(text)) assert.ok(command in scripts, command);
      const paths = [...text.matchAll(/\]\((?!https?:|[#/])([^)#]+)\)/g)].map((match) => match[1]!);
      assert.ok(paths.length > 0);
      for (const path of paths) assert.ok(existsSync(path), path);
    });

    it(`${file} names every command`, () => {
      const known = new Set([...named(text), 'test']);
      assert.deepEqual(
        Object.keys(scripts).filter((command) => !known.has(command)),
        [],
      );
    });
  }

  it('name the same commands, in the same order', () => {
    const [english, chinese] = files.map((file) => named(readFileSync(file, 'utf8')));
    assert.deepEqual(chinese, english);
  });
});
