import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Every file below a folder with its text, by relative path: what a comparison can show line by line. Of a binary file it
 * is the digest.
 */
export type SiteTree = Readonly<Record<string, string>>;

/** Reads a folder; an absent one holds nothing. */
export function readTree(folder: string): SiteTree {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const tree = files.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, file).split(path.sep).join('/'), readText(file)] as const;
  });
  return Object.fromEntries(tree.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** 64 hexadecimal digits and the end of the line. */
const DIGEST_BYTES = 65;
const BINARY = /\.(?:bin|png|jpe?g|webp|avif|gif|pdf)$/;

function readText(file: string): string {
  const bytes = readFileSync(file);
  // What is expected of a binary file was written as its digest.
  if (bytes.length === DIGEST_BYTES) return bytes.toString('utf8');
  return BINARY.test(file) ? `${hash('sha256', bytes)}\n` : bytes.toString('utf8');
}

/** Makes a folder hold just these files. */
export function writeTree(folder: string, tree: SiteTree): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, contents] of Object.entries(tree)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), contents);
  }
}
