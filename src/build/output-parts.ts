import type { SpelledOutputs, SpelledPart } from './store.ts';

/** What is in the records of an output, as a text: what is common to the pages, then a line for each part. Names hold no control characters. */
export function spellParts({ common, parts }: Omit<SpelledOutputs, 'bytes'>): string {
  let text = `${common}\n`;
  for (const { name, identity = '', length, files } of parts)
    text += `${name}\0${identity}\0${length}\0${files}\n`;
  return text;
}

/** Reads what `spellParts` wrote. @param bytes - The records themselves. @throws Error when it is not that, or not theirs. */
export function readParts(text: string, bytes: Uint8Array): SpelledOutputs {
  const [common, ...lines] = text.split('\n');
  if (common === undefined || lines.pop() !== '')
    throw new Error('what is in the output’s records is cut short');
  const parts = lines.map(readPart);
  if (parts.reduce((sum, { length }) => sum + length, 0) !== bytes.length)
    throw new Error('the output’s records are cut short');
  return { common, parts, bytes };
}

function readPart(line: string): SpelledPart {
  const [name, identity, length, files] = line.split('\0');
  if (files === undefined) throw new Error('a line of what is in the output’s records is cut short');
  return {
    name: name!,
    ...(identity !== '' && { identity: identity! }),
    length: Number(length),
    files: Number(files),
  };
}
