import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '../..');
const PLACES = ['bin', 'src', 'layouts', 'package-lock.json'];

/** Names the state of Broadsheet's own code: another one after any file of it was saved. */
export function nameGeneratorState(): string {
  const hash = createHash('sha256');
  for (const place of PLACES) {
    const absolute = path.join(project, place);
    const below = statSync(absolute).isDirectory()
      ? readdirSync(absolute, { recursive: true, encoding: 'utf8' })
      : [''];
    for (const name of below.sort()) {
      // An editor's own files come and go.
      const stats = statSync(path.join(absolute, name), { throwIfNoEntry: false });
      hash.update(`${place}/${name} ${stats?.size} ${stats?.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
