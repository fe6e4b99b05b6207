import { readLines } from './output-line.ts';
import { OutputFolder } from './write-output.ts';

/**
 * The files of an output folder that are not as their records have them: gone, or of another size.
 *
 * @param root - Absolute.
 * @param records - Of its files, as `SpelledOutputs` has them.
 * @throws Error when they can't be read.
 */
export function findAltered(root: string, records: Uint8Array): readonly string[] {
  const output = new OutputFolder(root);
  const altered: string[] = [];
  for (const { file, record } of readLines(records))
    if (output.sizeOf(file) !== record.size) altered.push(file);
  return altered;
}
