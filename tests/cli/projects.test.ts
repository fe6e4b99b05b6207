import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
const content = path.join(folder, 'content');

function tag(id: string, name: string): string {
  return `<a class="project-link" data-id="${id}" data-name="${name}" href="https://36kr.com/projectDetails/${id}">${name}</a>`;
}

before(() => {
  mkdirSync(path.join(content, 'articles'), { recursive: true });
  writeFileSync(
    path.join(content, 'site.yaml'),
    'projects:\n  ignore: [壁垒]\n  aliases:\n    - {name: 美团点评, ids: [1, 2]}\n',
  );
  writeFileSync(
    path.join(content, 'articles/a.md'),
    `---\ntitle: 甲\ndate: 2022-01-01\n---\n<p>当时，${tag('1', '美团')}刚刚送出第一单外卖，他们${tag('3', '一起')}把${tag('4', '壁垒')}砌了起来。</p>\n`,
  );
  writeFileSync(
    path.join(content, 'articles/b.md'),
    '---\ntitle: 乙\ndate: 2022-01-02\n---\n后来，[美团](project:2)也来了。\n',
  );
});
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runCommand('projects', [...args, '--content', content]);

describe('npm run projects -- why', () => {
  it('shows a kept link with its grounds, and what the site makes of the project', async () => {
    const { status, stdout } = await run('why', '美团');
    assert.equal(status, 0);
    assert.match(stdout, /^美团点评 {2}\/projects\/1\/ {2}named by 2 articles/);
    assert.match(stdout, /also written 美团\n {2}one project: project:1 project:2/);
    assert.match(stdout, /1 link: 1 kept, 0 turned to text\./);
    assert.match(stdout, /kept \(company\) {2}当时，\[美团\]刚刚送出第一单外卖/);
    assert.match(stdout, /articles\/a\.md {2}project:1\n {2}log-odds of a name \+[\d.]+ = .*well-known name/);
  });

  it('shows why a link became text', async () => {
    const { stdout } = await run('why', '一起');
    assert.match(stdout, /text \(everyday-word\) {2}.*他们\[一起\]把/);
    assert.match(stdout, /−[\d.]+ common word/);
  });

  it('names site.yaml where that decided', async () => {
    assert.match((await run('why', '壁垒')).stdout, /text \(listed\)[\s\S]*site\.yaml: projects\.ignore/);
  });

  it('finds a name by its id, and gives data to tools', async () => {
    const [verdict] = JSON.parse((await run('why', '3', '--format', 'json')).stdout);
    assert.deepEqual(
      [verdict.file, verdict.text, verdict.keep, verdict.reason, verdict.decidedBy],
      ['articles/a.md', '一起', false, 'everyday-word', 'weights'],
    );
  });

  it('says so when there is no such name, with status 1', async () => {
    const { status, stderr } = await run('why', '没有');
    assert.equal(status, 1);
    assert.match(stderr, /No link to a company or product is called "没有"/);
  });
});

describe('npm run projects -- list', () => {
  it('lists projects by their articles, then names of which no link was kept', async () => {
    const { status, stdout } = await run('list');
    assert.equal(status, 0);
    const [, first, ...others] = stdout.split('\n');
    assert.equal(first, '       2       1       0  美团点评 (美团)  project:1 project:2');
    assert.deepEqual(
      others.slice(0, 2).map((line) => line.trim().split(/\s+/).slice(0, 3)),
      [
        ['0', '0', '1'],
        ['0', '0', '1'],
      ],
    );
    assert.match(stdout, /1 project; 2 names of which no link was kept\.\n$/);
  });
});

describe('npm run projects', () => {
  it('shows how it is used when it is used otherwise, with status 2', async () => {
    for (const args of [[], ['why'], ['how', 'x'], ['list', 'x'], ['list', '--format', 'xml']]) {
      const { status, stderr } = await run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /Usage: npm run -s projects/);
    }
  });
});
