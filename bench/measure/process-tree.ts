import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process at an instant, from `/proc/PID/stat` and `/proc/PID/statm` (proc(5)). */
export interface ProcessUse {
  /** User and system time, in ms. */
  readonly cpuMs: number;
  /** The same of its ended children that it waited for, and theirs. */
  readonly endedChildrenCpuMs: number;
  /** Resident set. Pages shared with other processes count in each. */
  readonly residentBytes: number;
  /** The part of it that belongs to no file: not the mapped store, not the program's text. */
  readonly anonymousBytes: number;
}

/** What `getconf` says of this system; the values of nearly every Linux where it is not there. */
const pageBytes = readSystemValue('PAGESIZE', 4096);
const ticksPerSecond = readSystemValue('CLK_TCK', 100);

function readSystemValue(name: string, usual: number): number {
  try {
    return Number(execFileSync('getconf', [name], { encoding: 'utf8' })) || usual;
  } catch {
    return usual;
  }
}

/** @returns Undefined when the process has ended, or where there is no `/proc`. */
export function readProcess(pid: number | 'self'): ProcessUse | undefined {
  try {
    return parseProcess(
      readFileSync(`/proc/${pid}/stat`, 'latin1'),
      readFileSync(`/proc/${pid}/statm`, 'latin1'),
    );
  } catch {
    // It ended between two looks, which is no fault.
    return undefined;
  }
}

/**
 * A process's share of the memory, in bytes: pages that several processes have in common are divided between them, so that
 * the shares of a tree add up to what it takes (`Pss` of proc_pid_smaps(5)). Slower to read than `readProcess`.
 */
export function readShare(pid: number): number | undefined {
  try {
    const line = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'));
    return line === null ? undefined : Number(line[1]) * 1024;
  } catch {
    // It ended between two looks, or the system keeps this from us.
    return undefined;
  }
}

/** The two files as text. The name of the program, in parentheses, may hold spaces and parentheses itself. */
export function parseProcess(stat: string, statm: string): ProcessUse {
  // What follows the name begins with field 3 of proc(5), so field n is at n - 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = (first: number) => Number(fields[first - 3]) + Number(fields[first - 2]);
  const [, resident = 0, shared = 0] = statm.split(' ').map(Number);
  return {
    cpuMs: (ticks(14) * 1000) / ticksPerSecond,
    endedChildrenCpuMs: (ticks(16) * 1000) / ticksPerSecond,
    residentBytes: resident * pageBytes,
    anonymousBytes: (resident - shared) * pageBytes,
  };
}

/** The process and all below it that still run. */
export function listTree(pid: number): number[] {
  const tree = [pid];
  for (const parent of tree) {
    try {
      for (const thread of readdirSync(`/proc/${parent}/task`)) {
        const children = readFileSync(`/proc/${parent}/task/${thread}/children`, 'latin1');
        for (const child of children.split(' ').filter(Boolean)) tree.push(Number(child));
      }
    } catch {
      // It ended between two looks; its children are then init's, and were in an earlier sample.
    }
  }
  return tree;
}
