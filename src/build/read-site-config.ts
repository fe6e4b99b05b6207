import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParsedSiteConfig, parseSiteConfig } from '../content/parse-site-config.ts';
import { BuildError } from './build-options.ts';

/** How diagnostics name it. */
export const SITE_CONFIG = 'site.yaml';

/** A memory of a pure function: it is read before git has told whether anything changed, and again afterwards. */
let known: { readonly text: string; readonly parsed: ParsedSiteConfig } | undefined;

/**
 * The `site.yaml` of a content folder. Without the file every key has its default: a folder of articles is a site.
 *
 * @throws BuildError where a folder has its name.
 */
export function readSiteConfig(content: string): ParsedSiteConfig {
  const file = path.join(content, SITE_CONFIG);
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR')
      throw new BuildError(`${file} is a folder, and should be a file. Take it away, or name it otherwise.`);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  }
  if (known?.text !== text) known = { text, parsed: parseSiteConfig(text, SITE_CONFIG) };
  return known.parsed;
}
