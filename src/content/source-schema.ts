import * as z from 'zod';
import { hostName, text } from './config-values.ts';

/** One element by what stands on it; nothing about where it is. */
const SELECTOR = /^(?=.)(?:[a-zA-Z][a-zA-Z\d-]*)?(?:[.#][^\s.#>+~*,:()[\]"'=]+)*$/;

/** What `site.yaml` denies the articles of one source. */
export const source = z
  .strictObject({
    host: hostName.optional().meta({
      description: "Host of the articles' `source`; subdomains are meant too.",
    }),
    path: text.optional().meta({ description: 'Folder of the articles, such as `新媒体/36kr`.' }),
    publish: z.boolean().optional().meta({ description: '`false`: its articles are drafts. Default: true.' }),
    drop: z
      .array(
        z.string().trim().regex(SELECTOR, {
          error: 'expected one element by its name, class or id, such as aside, .share or div#related',
        }),
      )
      .optional()
      .meta({
        description: 'Elements that are taken out with all they hold: `aside`, `.share`, `div#related`.',
      }),
    dropText: z
      .array(
        text.refine((glob) => glob.replaceAll('*', '').trim().length >= 2, {
          error: 'expected two characters or more besides "*"',
        }),
      )
      .optional()
      .meta({
        description:
          'Whole paragraphs, headings or other blocks that are taken out for their text: `本文来自*`, where `*` is anything.',
      }),
    dropImages: z
      .array(hostName)
      .optional()
      .meta({ description: 'Hosts whose pictures are taken out of bodies; subdomains are meant too.' }),
  })
  .refine(({ host, path }) => host !== undefined || path !== undefined, {
    error: 'expected a host or a path, to say which articles are meant',
  });
