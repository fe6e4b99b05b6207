import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of a package that is installed in the workspace, if it is. */
export function findNpmVersion(workspace: string, name: string): string | undefined {
  const file = path.join(workspace, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}
