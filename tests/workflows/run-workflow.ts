import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Contexts, evaluate, fillIn, holds, type JobStatus } from './evaluate.ts';

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean | string;
}

interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What a run of a workflow left. */
export interface WorkflowRun {
  /** Of each job; a job that was not to run has none. */
  readonly jobs: Readonly<Record<string, JobStatus>>;
  /** What became of each step, by id, name, or what it uses or runs. */
  readonly steps: Readonly<Record<string, 'success' | 'failure' | 'skipped'>>;
  /** What the steps said. */
  readonly output: string;
  /** Markdown, as the run's page shows it. */
  readonly summary: string;
  /** Folders, by name. */
  readonly artifacts: ReadonlyMap<string, string>;
  readonly deployed: boolean;
}

export interface Runner {
  /** The repository that is checked out. */
  readonly origin: string;
  /** Where runs have their folders, and the caches lie from run to run. */
  readonly scratch: string;
  /** Comes before the system's commands: what stands in for them lies there. */
  readonly bin: string;
}

export interface Trigger {
  readonly event: 'push' | 'pull_request' | 'schedule' | 'workflow_dispatch';
  readonly branch?: string;
  /** The branch that a pull request is to be merged into. */
  readonly base?: string;
  /** The commit that a push follows. */
  readonly before?: string;
  readonly vars?: Readonly<Record<string, string>>;
}

/**
 * Runs the steps of a workflow here, as GitHub would: `run` in bash, each expression by GitHub's own evaluator; what actions do is
 * done in their place. Anything that it does not know is an error, so that a workflow is never half tried.
 */
export function runWorkflow(
  file: string,
  { event, branch = 'main', base = 'main', before = '', vars = {} }: Trigger,
  runner: Runner,
): WorkflowRun {
  const workflow = parse(readFileSync(file, 'utf8')) as Workflow;
  const runId = nextRun(runner);
  const folder = path.join(runner.scratch, `run-${runId}`);
  mkdirSync(folder, { recursive: true });
  const contexts: Contexts = {
    github: {
      event_name: event,
      event: { before },
      base_ref: base,
      ref: `refs/heads/${branch}`,
      run_id: String(runId),
      run_attempt: '1',
      token: 'none',
    },
    vars,
    runner: { os: 'Linux' },
  };
  const run = new Run({ ...runner, folder, branch, contexts, workflow });
  for (const [id, job] of Object.entries(workflow.jobs)) run.runJob(id, job);
  return run.result();
}

function nextRun({ scratch }: Runner): number {
  let id = 1;
  while (existsSync(path.join(scratch, `run-${id}`))) id++;
  return id;
}

interface RunOptions extends Runner {
  readonly folder: string;
  readonly branch: string;
  readonly contexts: Contexts;
  readonly workflow: Workflow;
}

interface StepState {
  outcome: 'success' | 'failure' | 'skipped';
  outputs: Record<string, string>;
}

class Run {
  readonly #options: RunOptions;
  readonly #jobs: Record<string, JobStatus> = {};
  readonly #outcomes: Record<string, StepState['outcome']> = {};
  readonly #artifacts = new Map<string, string>();
  #output = '';
  #summary = '';
  #deployed = false;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  result(): WorkflowRun {
    return {
      jobs: this.#jobs,
      steps: this.#outcomes,
      output: this.#output,
      summary: this.#summary,
      artifacts: this.#artifacts,
      deployed: this.#deployed,
    };
  }

  runJob(id: string, job: Job): void {
    if (job.needs !== undefined && this.#jobs[job.needs] !== 'success') return;
    if (!holds(job.if, this.#options.contexts, 'success')) return;
    let status: JobStatus = 'success';
    const steps: Record<string, StepState> = {};
    const workspace = path.join(this.#options.folder, id);
    mkdirSync(workspace, { recursive: true });
    for (const step of job.steps) {
      const contexts: Contexts = { ...this.#options.contexts, steps };
      const state: StepState = { outcome: 'skipped', outputs: {} };
      if (holds(step.if, contexts, status)) {
        const succeeded =
          step.uses === undefined
            ? this.#runScript(step, state, contexts, workspace)
            : this.#act(step, contexts, workspace);
        state.outcome = succeeded ? 'success' : 'failure';
        if (!succeeded && !mayFail(step, contexts)) status = 'failure';
      }
      if (step.id !== undefined) steps[step.id] = state;
      this.#outcomes[step.id ?? step.name ?? step.uses ?? step.run ?? ''] = state.outcome;
    }
    this.#jobs[id] = status;
  }

  #runScript(step: Step, state: StepState, contexts: Contexts, workspace: string): boolean {
    const { folder, bin, branch, workflow } = this.#options;
    const files = { output: path.join(folder, 'output'), summary: path.join(folder, 'summary') };
    for (const file of Object.values(files)) writeFileSync(file, '');
    const environment = { ...workflow.env, ...step.env };
    const own = Object.entries(environment).map(([name, value]) => [name, fillIn(value, contexts)]);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      // GitHub's own: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', fillIn(step.run ?? '', contexts)],
      {
        cwd: workspace,
        encoding: 'utf8',
        env: {
          HOME: folder,
          PATH: `${bin}:${path.dirname(process.execPath)}:${process.env.PATH ?? ''}`,
          CI: 'true',
          GITHUB_OUTPUT: files.output,
          GITHUB_STEP_SUMMARY: files.summary,
          GITHUB_REF_NAME: branch,
          ...Object.fromEntries(own),
        },
      },
    );
    this.#output += stdout + stderr;
    this.#summary += readFileSync(files.summary, 'utf8');
    for (const [, name, value] of readFileSync(files.output, 'utf8').matchAll(/^([\w-]+)=(.*)$/gm))
      state.outputs[name!] = value!;
    return status === 0;
  }

  /** Does what an action does, as far as it concerns the steps around it. */
  #act(step: Step, contexts: Contexts, workspace: string): boolean {
    const [action = ''] = (step.uses ?? '').split('@');
    const given = (name: string) => fillIn(String(step.with?.[name] ?? ''), contexts);
    const paths = given('path')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    switch (action) {
      case 'actions/checkout':
        return this.#checkOut(workspace);
      case 'actions/setup-node':
        return true;
      case 'actions/cache/restore':
        this.#restore(given('key'), given('restore-keys').trim().split(/\s+/), workspace);
        return true;
      case 'actions/cache/save':
        this.#copy(paths, workspace, path.join(this.#options.scratch, 'caches', given('key')));
        return true;
      case 'actions/upload-artifact':
        return this.#upload(given('name'), paths, workspace);
      case 'actions/upload-pages-artifact':
        return this.#upload('github-pages', paths, workspace);
      case 'actions/deploy-pages':
        this.#deployed = this.#artifacts.has('github-pages');
        return this.#deployed;
      default:
        throw new Error(`It is not known here what ${action} does.`);
    }
  }

  #checkOut(workspace: string): boolean {
    const { origin, branch } = this.#options;
    rmSync(workspace, { recursive: true, force: true });
    const cloned = spawnSync('git', ['clone', '--quiet', '--branch', branch, origin, workspace]);
    return cloned.status === 0;
  }

  /** The cache of that very name, or else the newest whose name begins with one of the keys. */
  #restore(key: string, prefixes: readonly string[], workspace: string): void {
    const caches = path.join(this.#options.scratch, 'caches');
    for (const wanted of [key, ...prefixes]) {
      const found = newestOf(caches, wanted);
      if (found === undefined) continue;
      this.#output += `Cache restored from key: ${path.basename(found)}\n`;
      cpSync(found, workspace, { recursive: true, preserveTimestamps: true });
      return;
    }
    this.#output += 'Cache not found\n';
  }

  #upload(name: string, paths: readonly string[], workspace: string): boolean {
    const target = path.join(this.#options.folder, 'artifacts', name);
    this.#artifacts.set(name, target);
    return this.#copy(paths, workspace, target);
  }

  #copy(paths: readonly string[], from: string, to: string): boolean {
    for (const file of paths)
      cpSync(path.join(from, file), path.join(to, file), { recursive: true, preserveTimestamps: true });
    return true;
  }
}

function newestOf(caches: string, prefix: string): string | undefined {
  for (let run = 1000; run > 0; run--) {
    const candidate = path.join(caches, `site-Linux-${run}-1`);
    if (path.basename(candidate).startsWith(prefix) && existsSync(candidate)) return candidate;
  }
  return undefined;
}

function mayFail(step: Step, contexts: Contexts): boolean {
  const given = step['continue-on-error'];
  if (typeof given !== 'string') return given === true;
  return evaluate(given.replace(/^\$\{\{|\}\}$/g, ''), contexts) === true;
}
