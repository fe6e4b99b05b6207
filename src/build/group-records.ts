import type { GroupRecords } from './store.ts';

/** The records of all groups as one text: what is common to them, then a line for each. Names hold no control characters. */
export function spellGroups({ common, identities }: GroupRecords): string {
  let text = `${common}\n`;
  for (const [name, identity] of identities) text += `${name}\0${identity}\n`;
  return text;
}

/** Reads what `spellGroups` wrote. @throws Error when it is not that. */
export function readGroups(text: string): GroupRecords {
  const [common, ...lines] = text.split('\n');
  if (common === undefined || lines.pop() !== '') throw new Error('the records of groups are cut short');
  const identities = new Map<string, string>();
  for (const line of lines) {
    const [name, identity] = line.split('\0');
    if (identity === undefined) throw new Error('a line of the groups’ records is cut short');
    identities.set(name!, identity);
  }
  return { common, identities };
}
