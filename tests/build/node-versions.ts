import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The oldest and the newest line of Node that builds are compared under. */
const VERSIONS = { 20: '20.20.2', 24: '24.11.1' } as const;

const PATIENCE_MS = 240_000;

export interface OtherNode {
  readonly version: string;
  /** Absolute path of the program; absent: it could not be fetched. */
  readonly program?: string;
}

/**
 * Fetches the other of the two lines of Node than the one that runs this, from npm, where it is a package of one binary
 * for each system (the `node` package itself would run a script to find it).
 *
 * @param scratch - An empty folder.
 */
export function fetchOtherNode(scratch: string): OtherNode {
  const version = process.versions.node.startsWith('24.') ? VERSIONS[20] : VERSIONS[24];
  const name = `node-${process.platform}-${process.arch}`;
  try {
    execFileSync(
      'npm',
      [
        'install',
        ...[
          '--prefix',
          scratch,
          '--no-save',
          '--no-package-lock',
          '--ignore-scripts',
          '--no-audit',
          '--no-fund',
          // Without a network it is better to know soon.
          '--fetch-retries',
          '1',
        ],
        `${name}@${version}`,
      ],
      { stdio: 'ignore', timeout: PATIENCE_MS },
    );
  } catch {
    return { version };
  }
  const program = path.join(scratch, 'node_modules', name, 'bin/node');
  return existsSync(program) ? { version, program } : { version };
}
