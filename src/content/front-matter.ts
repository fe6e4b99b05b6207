import matter from 'gray-matter';
import type { Report } from './collect-diagnostics.ts';
import { quoteValue } from './collect-diagnostics.ts';
import type { FrontMatterEntry } from './front-matter-node.ts';
import { readJson } from './read-json.ts';
import { MAX_KEYS, readYaml, type YamlReading } from './read-yaml.ts';
import { lineFeedsOnly, repairFrontMatter } from './repair-front-matter.ts';
import { endOfKeys, type FrontMatterBlock, isKnownKeyLine, splitFrontMatter } from './split-front-matter.ts';
import { linesBetween } from './text-lines.ts';

/** The two parts of a file. */
export type FrontMatterReading =
  | {
      readonly ok: true;
      /** In the order of the file; keys can be there more than once. Empty where there is no front matter. */
      readonly entries: readonly FrontMatterEntry[];
      /** Where the body begins, in UTF-16 code units. */
      readonly bodyStart: number;
    }
  /** Errors were reported. */
  | { readonly ok: false };

/** In UTF-16 code units. Scraped descriptions go to some thousands. */
const MAX_LENGTH = 64 * 1024;

/**
 * Reads the front matter of a file: the only door to gray-matter. In front of it stands all that gray-matter takes from
 * the file itself: the language (it would run `---js`), blank lines and byte order marks (it would see no front matter),
 * and its cache (only calls without options use it). What strict YAML rejects is repaired: see `repairFrontMatter`.
 *
 * @param text - The whole file, without byte order mark.
 */
export function readFrontMatter(text: string, report: Report): FrontMatterReading {
  const split = splitFrontMatter(text);
  if (split.kind === 'no-front-matter') return { ok: true, entries: [], bodyStart: 0 };
  if (split.kind === 'refused') {
    report(
      'unsupported-front-matter',
      split.start,
      `Front matter in ${quoteValue(split.language)} is not read.`,
    );
    return { ok: false };
  }
  if (split.end - split.start > MAX_LENGTH) {
    report(
      'front-matter-too-large',
      split.start,
      `The front matter has ${split.end - split.start} characters.`,
    );
    return { ok: false };
  }
  if (split.missing === 'opening') {
    report('missing-fence', split.start, 'The front matter does not begin with a line of ---.');
  } else if (split.missing === 'closing') {
    report('unclosed-front-matter', split.end, 'The front matter does not end with a line of ---.');
  }
  return readBlock(text, split, report);
}

function readBlock(text: string, block: FrontMatterBlock, report: Report): FrontMatterReading {
  const { bodyStart } = block;
  const strict = readStrictly(text.slice(block.start, block.end), block);
  if (strict.kind === 'limit') return refuseLimit(strict, report);
  if (strict.kind === 'empty') return { ok: true, entries: [], bodyStart };
  if (strict.kind === 'node' && strict.node.kind === 'map') {
    if (strict.node.entries.length > MAX_KEYS) {
      report(
        'front-matter-too-large',
        block.start,
        `The front matter has ${strict.node.entries.length} keys.`,
      );
      return { ok: false };
    }
    if (!strict.exact)
      report('json-syntax', block.start, 'The front matter is not valid JSON; it is read as YAML.');
    return { ok: true, entries: strict.node.entries, bodyStart };
  }
  return repairBlock(text, block, report);
}

function repairBlock(text: string, block: FrontMatterBlock, report: Report): FrontMatterReading {
  const end = endOfForgottenFence(text, block) ?? block.end;
  if (end < block.end)
    report('unclosed-front-matter', end, 'The front matter does not end with a line of ---.');
  const repaired = repairFrontMatter(text, block.start, end, report);
  if (repaired.kind === 'limit') return refuseLimit(repaired, report);
  const { entries } = repaired;
  if (entries.length > 0) return { ok: true, entries, bodyStart: end < block.end ? end : block.bodyStart };
  report('no-keys', block.start, 'Between the lines of --- stands no "key: value".');
  return { ok: true, entries: [], bodyStart: 0 };
}

function refuseLimit(limit: Extract<YamlReading, { kind: 'limit' }>, report: Report): FrontMatterReading {
  report(limit.rule, limit.offset, limit.message);
  return { ok: false };
}

/**
 * Where the keys end in a front matter whose second fence was forgotten, and whose body has a rule (---) further down,
 * which was taken for it: at a blank line, with no known key between it and the rule.
 */
function endOfForgottenFence(text: string, block: FrontMatterBlock): number | undefined {
  if (block.missing !== undefined || block.language === 'json') return undefined;
  const end = endOfKeys(text, block.start);
  if (end <= block.start || end >= block.end) return undefined;
  const rest = linesBetween(text, end, block.end);
  const isBody = /^\s*(?:<|$)/.test(rest[0]?.text ?? '') && rest.some((line) => line.text.trim() !== '');
  const closesQuote = /["']\s*$/.test(rest.findLast((line) => line.text.trim() !== '')?.text ?? '');
  return isBody && !closesQuote && !rest.some((line) => isKnownKeyLine(line.text)) ? end : undefined;
}

type StrictReading = YamlReading & { readonly exact: boolean };

const SYNTAX: StrictReading = Object.freeze({ kind: 'syntax', exact: true });

/**
 * Gives a block to gray-matter with the language that we read from the fence, and our own engines for all it knows.
 *
 * gray-matter looks for comments with `/^\s*#/gm`, which takes quadratic time in runs of white space, so that it does not
 * get any that are long; and it ends the block at any line that only begins with ---, which its engine then notices.
 */
function readStrictly(source: string, block: FrontMatterBlock): StrictReading {
  if (/\s{200}/.test(source)) return SYNTAX;
  const expected = `\n${source}`;
  const read = (given: string): StrictReading => {
    if (given !== expected) return SYNTAX;
    if (block.language === 'json') return readJson(source, block.start);
    return { ...readYaml(lineFeedsOnly(source), block.start), exact: true };
  };
  const engines = { yaml: read, json: read, javascript: refuseEngine };
  const { data } = matter(`---${block.language}${expected}\n---\n`, { engines, language: block.language });
  // gray-matter calls no engine for a block of nothing but comments.
  return 'kind' in data ? (data as StrictReading) : { kind: 'empty', exact: true };
}

function refuseEngine(): never {
  throw new Error('Front matter in JavaScript reached gray-matter.');
}
