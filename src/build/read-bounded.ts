import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostic.ts';
import { codeOf } from './find-sources.ts';

/** The bytes of a file, or why there are none; the diagnostic lacks the file's name. */
export type BoundedRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly diagnostic: Omit<Diagnostic, 'file'> };

/** The size is asked of the open file before a byte is read, so that a file of any size costs nothing. */
export function readBounded(absolute: string, limit: number): BoundedRead {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(absolute, 'r');
    const { size } = fstatSync(descriptor);
    if (size > limit) {
      return fault(
        'file-too-large',
        `The file has ${size} bytes; the limit is ${limit}.`,
        'Split it, or raise limits.fileBytes in site.yaml.',
      );
    }
    return { ok: true, bytes: readFileSync(descriptor) };
  } catch (error) {
    return fault('unreadable-file', `The file can't be read (${codeOf(error)}).`, 'Check its permissions.');
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function fault(rule: string, message: string, hint: string): BoundedRead {
  return { ok: false, diagnostic: { line: 1, column: 1, severity: 'error', rule, message, hint } };
}
