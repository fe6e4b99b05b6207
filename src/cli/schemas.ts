import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../build/project-folder.ts';
import { listGeneratedFiles } from '../schemas/generated-files.ts';
import { readCommandLine, runCommand } from './command-line.ts';

const USAGE = `
Usage: npm run -s schemas -- [flags]

Writes what is made from the definitions of site.yaml and the front matter: the JSON Schemas in schemas/, the snippets in
.vscode/, docs/configuration.md and docs/front-matter.md.

  --check   write nothing; say which are out of date

Exit status: 0 written (or up to date), 1 out of date, 2 wrong usage.
`;

await runCommand(USAGE, async (args) => {
  const { values } = readCommandLine(args, { check: { type: 'boolean', default: false } });
  let stale = 0;
  for (const { path: file, text } of listGeneratedFiles()) {
    const target = path.join(PROJECT, file);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    stale++;
    process.stdout.write(`${values.check ? 'out of date' : 'written'}: ${file}\n`);
    if (values.check) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return values.check && stale > 0 ? 1 : 0;
});
