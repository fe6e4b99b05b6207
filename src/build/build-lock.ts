import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** Another build is at work in the same folder. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/**
 * Keeps a folder to one build at a time. A lock whose process is gone is taken over.
 *
 * @returns Gives the folder free again.
 * @throws LockedError when another living process holds it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, '.broadsheet-lock');
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const descriptor = openSync(file, 'wx');
      writeSync(descriptor, mine);
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) {
        throw new LockedError(
          `Another build (process ${holder.pid} on ${holder.host}) is writing ${folder}. Wait for it, or end it; if it runs on another machine that is gone, delete ${file}.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new LockedError(`${file} could not be taken: other builds keep taking it.`);
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    // Gone in the meantime, or its writer was killed before the text was there.
    return undefined;
  }
}

/** A process of another host can't be asked: it counts as living. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startOf(holder.pid) === holder.started;
}

/** When a process started, where the system tells (proc_pid_stat(5), field 22): ids are used again, moments are not. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
