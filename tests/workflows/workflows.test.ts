import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import type { BuildReport } from '../../src/build/build-report.ts';
import { PROJECT } from '../cli/run-command.ts';
import { runWorkflow, type Trigger, type WorkflowRun } from './run-workflow.ts';
import { git, makeScratchRepository, type ScratchRepository } from './scratch-repository.ts';

const WORKFLOWS = path.join(PROJECT, '.github/workflows');
const files = readdirSync(WORKFLOWS);

describe('the workflows', () => {
  for (const file of files) {
    const text = readFileSync(path.join(WORKFLOWS, file), 'utf8');

    it(`${file} is what GitHub takes for a workflow, every expression of it`, async () => {
      const { context, value } = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
      if (value !== undefined) await convertWorkflowTemplate(context, value);
      assert.deepEqual(context.errors.getErrors().map(String), []);
    });

    it(`${file} names each action by commit, and its version for people`, () => {
      for (const [line] of text.matchAll(/^.*\buses:.*$/gm))
        assert.match(line, /uses: [\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/, line);
    });

    it(`${file} gives every job no more rights than it says, and an end`, () => {
      assert.match(text, /^permissions:$/m);
      const jobs = text.slice(text.indexOf('\njobs:')).match(/^ {4}runs-on:/gm) ?? [];
      assert.equal(text.match(/^ {4}timeout-minutes: \d+$/gm)?.length, jobs.length);
    });

    it(`${file} puts nothing that strangers write into a script`, () => {
      for (const [, script] of text.matchAll(/\brun: (\|\n(?: {10}.*\n)+|.*)/g))
        assert.doesNotMatch(script!, /\$\{\{/, 'expressions go into env, not into the script');
    });
  }
});

const article = (title: string, date = '2022-01-01') => `---\ntitle: ${title}\ndate: ${date}\n---\n正文\n`;

describe('publish.yml', { timeout: 600_000 }, () => {
  let folder: string;
  let repository: ScratchRepository;
  const publish = (trigger: Trigger) => runWorkflow(path.join(WORKFLOWS, 'publish.yml'), trigger, repository);
  const readReport = (run: WorkflowRun) =>
    JSON.parse(readFileSync(path.join(run.artifacts.get('report')!, 'build.json'), 'utf8')) as BuildReport;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    repository = makeScratchRepository(folder, {
      'content/site.yaml': 'title: 小城新闻\nurl: https://news.example.org/\nhosts: [github-pages]\n',
      'content/articles/a.md': article('甲'),
      'content/articles/b.md': article('乙'),
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('checks, builds, reports and publishes a push', () => {
    const run = publish({ event: 'push' });
    assert.deepEqual(run.jobs, { build: 'success', deploy: 'success' }, run.output);
    assert.ok(run.deployed);
    assert.ok(existsSync(path.join(run.artifacts.get('github-pages')!, '_site/index.html')));
    assert.match(readFileSync(path.join(run.artifacts.get('report')!, 'report.html'), 'utf8'), /<svg/);
    assert.match(run.summary, /## The build[\s\S]*\| 2 \| 2 \|[\s\S]*github-pages \| size/);
    assert.match(run.output, /Cache not found/);
  });

  it('takes up where the last run ended: only what changed is done', () => {
    const before = git(repository.desk, 'rev-parse', 'HEAD').trim();
    repository.push({ 'content/articles/c.md': article('丙', '2022-01-02') });
    const run = publish({ event: 'push', before });
    assert.deepEqual(run.jobs, { build: 'success', deploy: 'success' }, run.output);
    assert.match(run.output, /Cache restored from key: site-Linux-1-1/);
    const { articles, reused, pages } = readReport(run);
    assert.deepEqual([articles.published, reused], [3, 2]);
    assert.ok(pages.unchanged > 0, 'files of the last run are kept');
    const third = publish({ event: 'push' });
    assert.match(third.output, /Cache restored from key: site-Linux-2-1/);
    assert.equal(readReport(third).pages.written, 0);
  });

  it('fails a pull request for a fault, says where, and publishes nothing', () => {
    repository.push({ 'content/articles/bad.md': article('丁', '2022-02-31') }, 'change');
    const run = publish({ event: 'pull_request', branch: 'change' });
    assert.deepEqual(run.jobs, { build: 'failure' });
    assert.match(run.output, /^::error file=content\/articles\/bad\.md,line=3,col=7/m);
    assert.equal(run.steps.build, 'success');
    assert.match(run.summary, /Quarantined: not published: 1/);
    assert.ok(run.artifacts.has('report'));
    assert.ok(!run.artifacts.has('github-pages') && !run.deployed);
    assert.ok(!existsSync(path.join(repository.scratch, 'caches/site-Linux-4-1')), 'and leaves no cache');
  });

  it('blames a pull request for its own faults only', () => {
    repository.push({ 'content/articles/d.md': article('戊') }, 'next');
    const run = publish({ event: 'pull_request', branch: 'next', base: 'change' });
    assert.deepEqual(run.jobs, { build: 'success' }, run.output);
    assert.doesNotMatch(run.output, /::error/);
    assert.match(run.summary, /Quarantined: not published: 1/);
  });

  it('publishes what is sound on main all the same, and names the fault', () => {
    repository.push({ 'content/articles/e.md': article('己') });
    const run = publish({ event: 'push' });
    assert.deepEqual(run.jobs, { build: 'success', deploy: 'success' }, run.output);
    assert.match(run.output, /^::error file=content\/articles\/bad\.md/m);
    assert.equal(readReport(run).articles.quarantined, 1);
  });

  it('publishes nothing with a fault where STRICT is set', () => {
    const run = publish({ event: 'push', vars: { STRICT: 'true' } });
    assert.deepEqual(run.jobs, { build: 'failure' });
    assert.equal(run.steps.build, 'failure');
    assert.match(run.summary, /Quarantined: not published: 1/);
  });

  it('publishes no site that its host would refuse, and sums up why', () => {
    const yaml = 'title: 小城新闻\nurl: https://news.example.org/\nhosts: [{ name: 小主机, files: 3 }]\n';
    repository.push({ 'content/site.yaml': yaml }, 'full');
    const run = publish({ event: 'push', branch: 'full' });
    assert.deepEqual(run.jobs, { build: 'failure' });
    assert.match(run.output, /小主机 will refuse the site/);
    assert.match(run.summary, /❌ 小主机 \| files/);
    assert.ok(!run.artifacts.has('github-pages'));
  });

  it('builds but does not deploy where PAGES is off, nor any branch but main', () => {
    assert.deepEqual(publish({ event: 'push', vars: { PAGES: 'off' } }).jobs, { build: 'success' });
    assert.deepEqual(publish({ event: 'workflow_dispatch', branch: 'next' }).jobs, { build: 'success' });
  });
});

describe('import.yml', { timeout: 600_000 }, () => {
  let folder: string;
  let repository: ScratchRepository;
  let server: ChildProcess;
  const importFeeds = (trigger: Trigger) =>
    runWorkflow(
      path.join(WORKFLOWS, 'import.yml'),
      { ...trigger, vars: { IMPORT_FLAGS: '--allow-private', ...trigger.vars } },
      repository,
    );
  const log = () => git(repository.origin, 'log', '--format=%an: %s', 'main').trim().split('\n');
  const calls = () => {
    const file = path.join(folder, 'calls');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    server = spawn(process.execPath, [path.join(import.meta.dirname, 'serve-feed.mjs')]);
    const [said] = (await once(server.stdout!, 'data')) as [Buffer];
    const port = Number(said.toString());
    repository = makeScratchRepository(folder, {
      'content/site.yaml': `title: 小城新闻\nfeeds:\n  sources:\n    - { url: 'http://127.0.0.1:${port}/feed.xml', category: 新媒体/晨报 }\n    - { url: 'http://127.0.0.1:${port}/broken.xml', category: 新媒体/晚报 }\n`,
      'content/articles/a.md': article('甲'),
    });
  });
  after(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('does nothing on its own until IMPORT is set', () => {
    assert.deepEqual(importFeeds({ event: 'schedule' }).jobs, {});
  });

  it('commits the articles of the sources that answer, has them published, and tells of those that do not', () => {
    const run = importFeeds({ event: 'schedule', vars: { IMPORT: 'true', IMPORT_FLAGS: '--allow-private' } });
    assert.deepEqual(run.jobs, { import: 'failure' }, run.output);
    assert.deepEqual(
      [run.steps.import, run.steps.commit, run.steps.Publish, run.steps['Tell of sources that failed']],
      ['failure', 'success', 'success', 'failure'],
    );
    assert.equal(log()[0], 'github-actions[bot]: Import 2 articles from feeds');
    assert.match(git(repository.origin, 'show', '--name-only', '--format=', 'main'), /content\/articles/);
    assert.deepEqual(calls(), ['gh workflow run publish.yml --ref main']);
  });

  it('commits nothing when nothing is new', () => {
    const before = log().length;
    const run = importFeeds({ event: 'workflow_dispatch' });
    assert.match(run.output, /Nothing is new/);
    assert.equal(run.steps.Publish, 'skipped');
    assert.equal(log().length, before);
    assert.equal(calls().length, 1);
  });
});
