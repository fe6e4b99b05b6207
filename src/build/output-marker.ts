import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BuildError } from './build-options.ts';
import { digest } from './digest.ts';
import type { SpelledOutputs, Store } from './store.ts';
import type { OutputFolder } from './write-output.ts';

/** The file by which an output folder is known to be ours, and which store describes it. */
export const MARKER = '.broadsheet';

/** What the marker of an output folder says. */
export interface Marker {
  /** Digest of the whole output; "" while a build is at work on it. */
  readonly output: string;
  /** The path of the site's address: `/`, or `/news/`; what a server has to put before every path. */
  readonly basePath: string;
}

/** The marker of a folder; `undefined` when it has none. */
export function readMarker(folder: string): Marker | undefined {
  const marker = path.join(folder, MARKER);
  if (!existsSync(marker)) return undefined;
  const [output = '', basePath = '/'] = readFileSync(marker, 'utf8').split('\n');
  return { output, basePath };
}

/**
 * Makes sure that a folder may be written to: it is absent, empty, or an earlier build's.
 *
 * @returns What the marker says; `undefined` when there is none yet.
 * @throws BuildError when it holds something else, which a build would delete.
 */
export function claimOutput(folder: string): Marker | undefined {
  const marker = readMarker(folder);
  if (marker !== undefined) return marker;
  const present = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  if (present.length > 0) {
    throw new BuildError(
      `${folder} is not a folder that Broadsheet made (it holds ${present[0]}${present.length > 1 ? ' and more' : ''}), and a build removes what it did not write. Name another with --output, or empty it.`,
    );
  }
  return undefined;
}

/** The marker's text. */
export function spellMarker({ output, basePath }: Marker): string {
  return `${output}\n${basePath}\n`;
}

/** Puts the marker down. */
export function markOutput(folder: OutputFolder, marker: Marker): void {
  folder.write(MARKER, Buffer.from(spellMarker(marker)));
}

/** The digest of a whole output: of each file what it shows, its bytes and their number. */
export function digestOutput({ bytes }: Pick<SpelledOutputs, 'bytes'>): string {
  return digest(bytes);
}

/** Whether the store tells of just what lies in the output folder. */
export function isDescribedBy(store: Store, marker: Marker | undefined): boolean {
  return marker !== undefined && marker.output !== '' && store.getState()?.output === marker.output;
}
