import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { PROJECT } from '../cli/run-command.ts';
import { git, makeScratchRepository, type ScratchRepository } from './scratch-repository.ts';

interface GitlabJob {
  readonly extends?: string;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
}

const jobs = parse(readFileSync(path.join(PROJECT, 'deploy/gitlab-ci.yml'), 'utf8')) as Readonly<
  Record<string, GitlabJob>
>;

describe('deploy/gitlab-ci.yml', { timeout: 300_000 }, () => {
  let folder: string;
  let repository: ScratchRepository;
  let workspace: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    repository = makeScratchRepository(folder, {
      'content/site.yaml': 'title: 小城新闻\nhosts: [gitlab-pages]\n',
      'content/articles/a.md': '---\ntitle: 甲\ndate: 2022-01-01\n---\n正文\n',
    });
    workspace = path.join(folder, 'workspace');
    git(folder, 'clone', '--quiet', repository.origin, workspace);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a job's lines in one shell, as GitLab's runner does. */
  function runJob(name: string) {
    const job = jobs[name]!;
    const lines = [...(jobs[job.extends ?? '']?.before_script ?? []), ...job.script!];
    return spawnSync('bash', ['-eo', 'pipefail', '-c', lines.join('\n')], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        HOME: folder,
        PATH: `${repository.bin}:${path.dirname(process.execPath)}:${process.env.PATH ?? ''}`,
        CI: 'true',
        CI_PROJECT_URL: 'https://gitlab.com/o/r',
        CI_COMMIT_SHA: 'abc',
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      },
    });
  }

  it('builds the site into public/, where GitLab Pages looks for it, and the report beside it', () => {
    const { status, stdout, stderr } = runJob('pages');
    assert.equal(status, 0, stdout + stderr);
    assert.ok(existsSync(path.join(workspace, 'public/index.html')));
    assert.match(
      readFileSync(path.join(workspace, 'report.html'), 'utf8'),
      /gitlab-pages: files and folders/,
    );
  });

  it('checks, builds and tries the links of a merge request', () => {
    rmSync(path.join(workspace, 'node_modules'), { recursive: true });
    const { status, stdout, stderr } = runJob('check');
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /links in \d+ files checked: 0 errors/);
  });
});
