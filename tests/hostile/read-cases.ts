import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BodyFormat } from '../../src/content/article.ts';

/** One attack: a folder with what came in and what must come out. */
export interface HostileCase {
  /** The folder's name, which names the attack. */
  readonly name: string;
  /** `input.md` is Markdown, `input.html` is HTML. */
  readonly format: BodyFormat;
  readonly input: string;
  /** Absolute path of `expected.html`. */
  readonly expectedPath: string;
}

/** Every folder beside this file, in order of name. */
export function readHostileCases(): readonly HostileCase[] {
  const root = import.meta.dirname;
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readCase(path.join(root, name), name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readCase(folder: string, name: string): HostileCase {
  const markdown = path.join(folder, 'input.md');
  const format = existsSync(markdown) ? 'markdown' : 'html';
  const input = readFileSync(format === 'markdown' ? markdown : path.join(folder, 'input.html'), 'utf8');
  return { name, format, input, expectedPath: path.join(folder, 'expected.html') };
}
