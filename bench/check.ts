/**
 * How long `npm run check` takes: `npm run bench -- --check [--articles N] [--scratch DIR]`. Cold, without changes, and after
 * one article was edited, beside a run of Node that does nothing, so that a slow machine shows.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateCorpus } from './corpus/generate-corpus.ts';
import { measureCommand } from './measure/measure-command.ts';
import { formatTable } from './report/table.ts';

const project = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    scratch: { type: 'string', default: path.join(tmpdir(), 'broadsheet-bench-check') },
  },
});
const articles = Number(values.articles);
const content = path.join(values.scratch, 'content');
const cache = path.join(values.scratch, 'cache');
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', content, '-c', 'user.name=b', '-c', 'user.email=b@example.org', ...args]);

rmSync(values.scratch, { recursive: true, force: true });
generateCorpus({ articles, out: path.join(content, 'articles') });
git('init', '-q');
commit();

const check = {
  program: process.execPath,
  args: ['bin/broadsheet.mjs', 'check', '--content', content, '--cache', cache],
  env: {},
};
const measure = async (name: string, command = check) => {
  const { wallMs, cpuMs } = await measureCommand(command, {
    cwd: project,
    log: path.join(values.scratch, 'log'),
  });
  return [name, (wallMs / 1000).toFixed(2), cpuMs === undefined ? '—' : (cpuMs / 1000).toFixed(2)];
};
// The commands are compiled once for each state of the code; that is no part of a check.
await measureCommand(
  { ...check, args: ['bin/broadsheet.mjs', 'check', '--help'] },
  { cwd: project, log: path.join(values.scratch, 'log') },
);
const rows = [
  await measure('node, nothing', { ...check, args: ['-e', ''] }),
  await measure('cold'),
  await measure('unchanged'),
  await measure('unchanged, again'),
];
appendFileSync(firstArticle(path.join(content, 'articles')), '\n<p>又及：桥通车了。</p>\n');
rows.push(await measure('one edited'));
const columns = [
  { title: `check, ${articles} articles` },
  { title: 'wall s', align: 'right' },
  { title: 'CPU s', align: 'right' },
] as const;
process.stdout.write(formatTable({ columns, rows }));
rmSync(values.scratch, { recursive: true, force: true });

function commit(): void {
  git('add', '-A');
  git('commit', '-qm', 'corpus');
}

function firstArticle(folder: string): string {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()[0]!;
  return path.join(folder, file);
}
