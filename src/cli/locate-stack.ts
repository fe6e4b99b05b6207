import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A stack with the places in compiled code replaced by those in the sources. Maps are read here, and not by every process for
 * the case that something goes wrong (Node's `--enable-source-maps`), which takes a tenth of its start.
 *
 * @param stack - Of this process or a worker. Lines of which no map says more stay as they are.
 */
export function locateStack(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  return stack.replace(/(file:\/\/\S+?\.mjs):(\d+):(\d+)/g, (place, module: string, line, column) => {
    const file = fileURLToPath(module);
    if (!maps.has(file)) maps.set(file, readMap(file));
    const origin = maps.get(file)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !('fileName' in origin)) return place;
    const source = path.resolve(path.dirname(file), origin.fileName);
    return `${source}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

/** @returns `undefined` where there is none. */
function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    return undefined;
  }
}
