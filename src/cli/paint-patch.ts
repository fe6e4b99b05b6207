/** Characters that move the cursor, colour the terminal or turn the text around: what is shown is what strangers wrote. */
const UNSEEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A unified diff as a terminal shows it: in colours where it has some, and without anything that could act on it. */
export function paintPatch(patch: string, { colors }: { readonly colors: boolean }): string {
  return patch
    .split('\n')
    .map((line) => {
      const text = line.replace(
        UNSEEN,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      const color = colors ? colorOf(line) : undefined;
      return color === undefined ? text : `\u001b[${color}m${text}\u001b[0m`;
    })
    .join('\n');
}

function colorOf(line: string): number | undefined {
  if (line.startsWith('+++') || line.startsWith('---')) return 1;
  if (line.startsWith('@@')) return 36;
  if (line.startsWith('+')) return 32;
  return line.startsWith('-') ? 31 : undefined;
}
