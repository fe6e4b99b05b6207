import { type ParseArgsConfig, parseArgs } from 'node:util';
import { locateStack } from './locate-stack.ts';

/** Wrong usage: the message and how the command is called are shown, and the command ends with status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The flags and words of a command line.
 *
 * @param takesWords - Whether the command has a use for what is no flag.
 * @throws UsageError for a flag that is not known, lacks its value, or has one it doesn't take, and for a word that would
 *   do nothing.
 */
export function readCommandLine<T extends Options>(
  args: readonly string[],
  options: T,
  { takesWords = false } = {},
) {
  const read = parseFlags(args, options);
  const [word] = read.positionals;
  if (!takesWords && word !== undefined)
    throw new UsageError(`"${word}" is not expected here: this command takes flags only.`);
  return read;
}

function parseFlags<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const message = (error as Error).message
      .replace(/\. To specify a positional.*$/s, '.')
      .replace(
        /^Option '(--\S+)' argument is ambiguous\..*$/s,
        'Option "$1" lacks its value: what follows begins with a dash.',
      );
    throw new UsageError(message);
  }
}

/** A flag's value as a whole number. @throws UsageError when it is none, or out of range. */
export function readWholeNumber(flag: string, value: string, range: { min: number; max: number }): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.min && number <= range.max) return number;
  throw new UsageError(`--${flag} takes a whole number from ${range.min} to ${range.max}, not "${value}".`);
}

/**
 * Runs a command to its exit status: 0 done, 1 failed, 2 wrong usage. Expected failures show their message alone; our
 * own bugs show their stack, since only a developer can help with them.
 */
export async function runCommand(
  usage: string,
  command: (args: readonly string[]) => Promise<number>,
): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${usage.trim()}\n`);
    return;
  }
  try {
    process.exitCode = await command(args);
  } catch (error) {
    process.exitCode = reportFailure(error, usage);
  }
}

const EXPECTED = new Set(['BuildError', 'LockedError']);

function reportFailure(error: unknown, usage: string): number {
  if (error instanceof UsageError) {
    // The flags would push what is wrong out of sight.
    const [forms = ''] = usage.trim().split('\n\n');
    process.stderr.write(`${error.message}\n\n${forms}\nWith --help it says more.\n`);
    return 2;
  }
  if (error instanceof Error && EXPECTED.has(error.name)) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    process.stderr.write(`${explainSystemError(error as NodeJS.ErrnoException)}\n`);
    return 1;
  }
  process.stderr.write(
    `This is a bug of Broadsheet; please report it with what follows.\n${inspectBug(error)}\n`,
  );
  return 1;
}

function explainSystemError({ code, path, syscall, message }: NodeJS.ErrnoException): string {
  const where = path === undefined ? '' : ` ${path}`;
  // What Node says of a folder that was to be made on a disk that is read-only.
  if (code === 'ENOENT' && syscall === 'mkdir')
    return `The folder${where} can't be made. Is the disk read-only, or a folder above it gone?`;
  switch (code) {
    case 'ENOSPC':
      return `The disk is full${where}. The published site is still whole; free some space and build again.`;
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return `Not allowed to read or write${where} (${code}). Check the permissions of it and of its folder.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `A folder is needed, and there is a file:${where}. Name another, or take the file away.`;
    case 'EISDIR':
      return `A file is needed, and there is a folder:${where}. Name another, or take the folder away.`;
    case 'EADDRINUSE':
      return `Something else is served there already (${message}). Choose another --port, or 0 for a free one.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address as --host names it (${message}). Name one of its own, e.g. 127.0.0.1.`;
    default:
      return message;
  }
}

function inspectBug(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\nCaused by: ${inspectBug(error.cause)}`;
  return `${error.stack === undefined ? error.message : locateStack(error.stack)}${cause}`;
}
