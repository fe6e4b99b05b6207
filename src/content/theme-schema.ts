import * as z from 'zod';
import { DARK_PAPERS, findIllegible, LIGHT_PAPERS } from './accent-color.ts';

/** A colour that text can have on all of some papers. */
const legibleColor = (papers: readonly string[]) =>
  z.string().superRefine((color, context) => {
    const fault = findColorFault(color, papers);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  });

function findColorFault(color: string, papers: readonly string[]): string | undefined {
  if (!/^#[0-9a-fA-F]{6}$/.test(color))
    return 'expected a colour such as "#b3261e" (in quotes: # begins a comment)';
  const found = findIllegible(color, papers);
  if (found === undefined) return undefined;
  const [more, ratio] = [papers === DARK_PAPERS ? 'lighter' : 'darker', found.ratio.toFixed(1)];
  return `expected a ${more} colour: its contrast with the paper ${found.paper} is ${ratio}, and text needs 4.5 (WCAG AA)`;
}

/** How pages look until their reader chooses. */
export const theme = z.strictObject({
  appearance: z.enum(['system', 'light', 'sepia', 'dark']).optional().meta({
    description: "Colours of the page; `system`: as the reader's system has them. Default: system.",
  }),
  accent: legibleColor(LIGHT_PAPERS).optional().meta({
    description: 'Colour of links and marks, dark enough to be read on the light papers. Default: `#a8171d`.',
    pattern: '^#[0-9a-fA-F]{6}$',
  }),
  accentDark: legibleColor(DARK_PAPERS).optional().meta({
    description: 'The same on the dark paper, light enough. Default: `accent`, made lighter.',
    pattern: '^#[0-9a-fA-F]{6}$',
  }),
  textSize: z.enum(['small', 'medium', 'large', 'huge']).optional().meta({ description: 'Default: medium.' }),
  lineWidth: z
    .enum(['narrow', 'normal', 'wide'])
    .optional()
    .meta({ description: 'How long the lines of an article are. Default: normal.' }),
  typeface: z.enum(['sans', 'serif']).optional().meta({ description: 'Of the text. Default: sans.' }),
});
