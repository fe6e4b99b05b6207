import { spawn } from 'node:child_process';
import path from 'node:path';

/** How this process was started, without the flags of its command. */
function findProgram(command: string): readonly string[] {
  const script = process.argv[1]!;
  return [...process.execArgv, script, ...(path.extname(script) === '.mjs' ? [command] : [])];
}

/**
 * Whether the code as it now is can be run at all.
 *
 * @returns What is wrong with it, in the compiler's words; `undefined` when nothing is.
 */
export async function findBreakage(command: string): Promise<string | undefined> {
  const child = spawn(process.execPath, [...findProgram(command), '--help'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  return status === 0 ? undefined : withoutStack(said);
}

function withoutStack(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => /^\s+at /.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
}

/**
 * Runs the command anew in a process of its own, with the code as it now is, until that ends.
 *
 * @param args - All its flags.
 * @returns Its exit status.
 */
export async function runAgain(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...findProgram(command), ...args], { stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  process.off('SIGINT', pass).off('SIGTERM', pass);
  return status ?? 0;
}
