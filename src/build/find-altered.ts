import { readOutputs } from './output-records.ts';
import { OutputFolder } from './write-output.ts';

/**
 * The files of an output folder that are not as their records have them: gone, or of another size.
 *
 * @param root - Absolute.
 * @param spelled - Records, as `spellOutputs` wrote them.
 * @throws Error when they can't be read.
 */
export function findAltered(root: string, spelled: string): readonly string[] {
  const output = new OutputFolder(root);
  const altered: string[] = [];
  for (const [file, { size }] of readOutputs(spelled)) if (output.sizeOf(file) !== size) altered.push(file);
  return altered;
}
