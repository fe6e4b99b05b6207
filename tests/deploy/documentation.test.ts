import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { hostProfiles } from '../../src/content/host-profiles.ts';
import { PROJECT, runCommand } from '../cli/run-command.ts';

const text = readFileSync(path.join(PROJECT, 'docs/deploying.md'), 'utf8');
const scripts = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe('docs/deploying.md', () => {
  it('names only files that are there, and every recipe', () => {
    for (const [, file] of text.matchAll(/\]\(\.\.\/([^)]+)\)/g))
      assert.ok(existsSync(path.join(PROJECT, file!)), file);
    for (const recipe of readdirSync(path.join(PROJECT, 'deploy')))
      assert.ok(text.includes(`deploy/${recipe}`), recipe);
    for (const workflow of ['publish.yml', 'import.yml'])
      assert.ok(text.includes(`.github/workflows/${workflow}`));
  });

  it('names only commands that there are, with flags that they take', async () => {
    const usages = new Map<string, string>();
    for (const [, command = '', words = ''] of text.matchAll(
      /npm run (?:-s )?([a-z]+)(?: --((?: [^`\n#]+)?))?/g,
    )) {
      assert.ok(Object.hasOwn(scripts.scripts, command), command);
      const usage = usages.get(command) ?? (await runCommand(command, ['--help'])).stdout;
      usages.set(command, usage);
      for (const [flag] of words.matchAll(/--[a-z-]+/g))
        assert.ok(usage.includes(flag), `${command} ${flag}`);
    }
  });

  it('names every host that is known, and every variable of the workflows', () => {
    for (const { name } of hostProfiles) assert.ok(text.includes(`\`${name}\``), name);
    for (const file of ['publish.yml', 'import.yml']) {
      const workflow = readFileSync(path.join(PROJECT, '.github/workflows', file), 'utf8');
      for (const [, variable] of workflow.matchAll(/vars\.(\w+)/g))
        assert.ok(text.includes(`\`${variable}\``), variable);
    }
  });
});
