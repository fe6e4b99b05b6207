import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Command } from '../builders/builder.ts';
import { listTree, readProcess, readShare } from './process-tree.ts';

/** What a command cost. Where there is no `/proc` only the wall time is known. */
export interface Cost {
  readonly wallMs: number;
  /** User and system time of all its processes, in steps of 10 ms. */
  readonly cpuMs?: number;
  /** The largest sum of the resident sets of all its processes; pages that two share count twice. */
  readonly peakBytes?: number;
  /** The largest sum of their anonymous memory: without files that are mapped, such as the store. */
  readonly peakAnonymousBytes?: number;
  /** The largest sum of their shares, in which a page counts once however many have it; looked at less often. */
  readonly peakShareBytes?: number;
}

export interface MeasureOptions {
  readonly cwd: string;
  /** File that takes what the command prints. */
  readonly log: string;
}

/** Ms between two looks at the memory: a peak that is shorter may be missed. Looking costs about 1 % of one core. */
export const SAMPLE_MS = 50;
/** Shares are looked at with each of so many looks: the system goes through all of a process's pages for one. */
const SAMPLES_OF_A_SHARE = 5;

interface Peak {
  resident: number;
  anonymous: number;
  share: number;
  cpuMs: number;
  looks: number;
}

/**
 * Runs a command to its end and measures it.
 *
 * @throws Error when it can't be started or ends with another status than 0; the log says why.
 */
export async function measureCommand(command: Command, { cwd, log }: MeasureOptions): Promise<Cost> {
  const before = readProcess('self')?.endedChildrenCpuMs;
  const output = createWriteStream(log);
  const started = performance.now();
  const child = spawn(command.program, command.args, {
    cwd,
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const peak: Peak = { resident: 0, anonymous: 0, share: 0, cpuMs: 0, looks: 0 };
  const sampler = setInterval(() => samplePeak(child.pid, peak), SAMPLE_MS);
  let status: number | NodeJS.Signals | null;
  try {
    status = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? signal));
    });
  } finally {
    clearInterval(sampler);
    output.end();
  }
  const wallMs = performance.now() - started;
  const after = readProcess('self')?.endedChildrenCpuMs;
  await finished(output);
  if (status !== 0) {
    const line = [command.program, ...command.args].join(' ');
    throw new Error(`"${line}" ended with ${status}; see ${log}`);
  }
  if (before === undefined || after === undefined) return { wallMs };
  return {
    wallMs,
    // What nobody waited for is missing from the sum of ended children, so that the samples may know of more.
    cpuMs: Math.max(after - before, peak.cpuMs),
    peakBytes: peak.resident,
    peakAnonymousBytes: peak.anonymous,
    ...(peak.share === 0 ? {} : { peakShareBytes: peak.share }),
  };
}

function samplePeak(pid: number | undefined, peak: Peak): void {
  if (pid === undefined) return;
  const readsShares = peak.looks++ % SAMPLES_OF_A_SHARE === 0;
  let share = 0;
  let resident = 0;
  let anonymous = 0;
  let cpuMs = 0;
  for (const member of listTree(pid)) {
    const use = readProcess(member);
    if (use === undefined) continue;
    resident += use.residentBytes;
    anonymous += use.anonymousBytes;
    cpuMs += use.cpuMs + use.endedChildrenCpuMs;
    if (readsShares) share += readShare(member) ?? 0;
  }
  peak.resident = Math.max(peak.resident, resident);
  peak.anonymous = Math.max(peak.anonymous, anonymous);
  peak.share = Math.max(peak.share, share);
  peak.cpuMs = Math.max(peak.cpuMs, cpuMs);
}
