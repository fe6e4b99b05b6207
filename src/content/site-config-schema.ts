import * as z from 'zod';
import { categoryPath, hostName, httpUrl, isHttpUrl, link, positive, text } from './config-values.ts';
import { hostProfiles } from './host-profiles.ts';
import { findPatternFault, permalinkNames } from './permalink-pattern.ts';
import { adjustableRules, ruleLevels } from './rule-levels.ts';
import { defaultSiteConfig } from './site-config-defaults.ts';
import { source } from './source-schema.ts';
import { theme } from './theme-schema.ts';

const menu = z.array(z.strictObject({ title: text.meta({ description: 'What is shown.' }), url: link }));

const category = z.strictObject({
  path: categoryPath,
  order: z.int().optional().meta({
    description: 'Position among its siblings, lower first. Default: its position in this list, from 1.',
  }),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, {
      error: 'expected a colour such as "#b3261e" (in quotes: # begins a comment)',
    })
    .optional()
    .meta({ description: 'Colour of its headings and placeholders. Default: drawn from the name.' }),
  description: z
    .string()
    .trim()
    .optional()
    .meta({ description: 'One sentence, shown at the top of its page. Default: none.' }),
  aliases: z
    .array(categoryPath)
    .optional()
    .meta({ description: 'Paths in articles that mean this category.' }),
});

const author = z.strictObject({
  name: text.meta({ description: 'As articles name the author.' }),
  portrait: link
    .optional()
    .meta({ description: 'A picture, best square: a path such as /media/wang.jpg, or an address.' }),
  bio: text.optional().meta({ description: 'A sentence or two, plain text.' }),
  url: httpUrl.optional().meta({ description: 'A page of the author elsewhere.' }),
});

const idExpected = { error: 'expected an id as in /projects/ID/: letters, digits, "-" and "_"' };

/** A number as YAML reads it, or text: ids with zeros in front have to be quoted. */
const projectId = z.union(
  [z.int().min(0), z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, idExpected)],
  idExpected,
);

const projectAlias = z.strictObject({
  name: text.optional().meta({ description: "The page's name. Default: as in the oldest mention." }),
  ids: z
    .array(projectId)
    .meta({ description: 'All ids of the project. The one mentioned first gives the page its address.' }),
});

const feedSource = z.strictObject({
  url: httpUrl.meta({ description: 'Address of an RSS, Atom or JSON feed.' }),
  category: categoryPath.optional().meta({
    description:
      "Where its articles are filed: 新媒体/36kr/资讯, or a list of names. Default: the feed's title.",
  }),
});

const hostNames = hostProfiles.map(({ name }) => name);
const hostLimit = (what: string) =>
  positive.optional().meta({ description: `${what}, at most. Default: no limit.` });

/** A name that is known, or limits of one's own. */
const host = z.union(
  [
    z.enum(hostNames as [string, ...string[]]),
    z.strictObject({
      name: text.meta({ description: 'How the build calls it.' }),
      siteBytes: hostLimit('Bytes of all files together'),
      files: hostLimit('Files'),
      entries: hostLimit('Files and folders'),
      folderEntries: hostLimit('Files and folders directly in one folder'),
      fileBytes: hostLimit('Bytes of one file'),
    }),
  ],
  { error: `expected ${hostNames.join(', ')}, or limits of your own: { name: …, siteBytes: …, files: … }` },
);

const checkLevels = Object.fromEntries(
  adjustableRules.map(([name, rule]) => [
    name,
    z
      .enum(ruleLevels)
      .optional()
      .meta({ description: `${rule.summary} Default: ${rule.severity}.` }),
  ]),
);

const limits = z.strictObject({
  fileBytes: positive
    .optional()
    .meta({ description: `Bytes of a file. Default: ${defaultSiteConfig.limits.fileBytes}.` }),
  depth: positive
    .optional()
    .meta({ description: `Elements in one another. Default: ${defaultSiteConfig.limits.depth}.` }),
  elements: positive
    .optional()
    .meta({ description: `Elements of a body. Default: ${defaultSiteConfig.limits.elements}.` }),
  attributes: positive
    .optional()
    .meta({ description: `Attributes of an element. Default: ${defaultSiteConfig.limits.attributes}.` }),
  images: positive
    .optional()
    .meta({ description: `Images in a body. Default: ${defaultSiteConfig.limits.images}.` }),
  articleMs: z
    .int()
    .min(100)
    .optional()
    .meta({ description: `Ms that an article may take. Default: ${defaultSiteConfig.limits.articleMs}.` }),
  workerMegabytes: z
    .int()
    .min(64)
    .optional()
    .meta({ description: `MiB of heap of a worker. Default: ${defaultSiteConfig.limits.workerMegabytes}.` }),
});

/**
 * What `site.yaml` can say. It describes the file as people write it: nothing is filled in or changed here, so that a JSON
 * Schema for editors can be made of it (`z.toJSONSchema`). `completeSiteConfig` fills in the rest.
 */
export const siteConfigSchema = z.strictObject({
  title: text.optional().meta({ description: `Name of the site. Default: ${defaultSiteConfig.title}.` }),
  description: z
    .string()
    .trim()
    .optional()
    .meta({ description: 'One sentence about the site. Default: none.' }),
  url: z
    .string()
    .trim()
    .refine(isSiteUrl, {
      error: 'expected an address that begins with http:// or https://, without "?" and "#"',
    })
    .optional()
    .meta({
      description: `Address of the home page, with its path. Default: ${defaultSiteConfig.url}`,
      pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^?#\\\\]+$',
    }),
  language: z
    .string()
    .trim()
    .refine(isLanguageTag, { error: 'expected a language tag (BCP 47) such as zh-CN or en' })
    .optional()
    .meta({ description: `Language of the site, BCP 47. Default: ${defaultSiteConfig.language}.` }),
  timeZone: z
    .string()
    .trim()
    .refine(isTimeZone, {
      error: 'expected a name of the IANA time zone database such as Asia/Shanghai or UTC',
    })
    .optional()
    .meta({
      description: `Zone of dates without one, and of those shown. Default: ${defaultSiteConfig.timeZone}.`,
    }),
  permalink: z
    .string()
    .trim()
    .superRefine((pattern, context) => {
      const fault = findPatternFault(pattern);
      if (fault !== undefined) context.addIssue({ code: 'custom', message: `expected ${fault}` });
    })
    .optional()
    .meta({
      description: `How addresses of articles are made, such as \`/:year/:month/:day/:title/\`: ${describePermalinkNames()}. An article's own \`permalink\` wins; so do \`slug\` and \`abbrlink\`, where the pattern has no place for them. Of several articles with one address the first keeps it, and the others get \`/p/:id/\`, with a warning. Default: ${defaultSiteConfig.permalink}.`,
      pattern: ':(?:id|hash|abbrlink|slug|name|title|post_title)',
    }),
  sources: z.array(source).optional().meta({
    description:
      'What single sources are kept from, on top of what no article may do. Where an entry has both `host` and `path`, both must hold; an article can fall under several.',
  }),
  theme: theme.optional().meta({
    description:
      'What a designer would set. Readers can choose otherwise, but for the accent, and their choice stays.',
  }),
  author: text.optional().meta({ description: 'Publisher. Default: the title.' }),
  menu: menu.optional().meta({ description: 'Links of the header. Default: the top categories.' }),
  footer: menu.optional().meta({ description: 'Links of the footer. Default: none.' }),
  categories: z.array(category).optional().meta({ description: 'Order, colour and variants of categories.' }),
  authors: z.array(author).optional().meta({
    description: 'Who writes: shown by the articles and on the page of each author. Default: only names.',
  }),
  projects: z
    .strictObject({
      links: z.enum(['internal', 'external', 'text']).optional().meta({
        description: "To the site's page about a project, to the source's, or none. Default: internal.",
      }),
      ignore: z.array(text).optional().meta({ description: 'Names that are never a link.' }),
      always: z.array(text).optional().meta({ description: 'Names that are always a link.' }),
      aliases: z.array(projectAlias).superRefine(refuseSharedIds).optional().meta({
        description: 'Projects that sources know by several ids, or that are to have another name.',
      }),
    })
    .optional()
    .meta({ description: 'Links that name a company or product.' }),
  pagination: z
    .strictObject({
      size: z
        .int()
        .min(1)
        .max(500)
        .optional()
        .meta({ description: `Articles of a list page. Default: ${defaultSiteConfig.pagination.size}.` }),
    })
    .optional()
    .meta({ description: 'Lists of articles.' }),
  paragraphs: z.enum(['spaced', 'indented']).optional().meta({
    description: 'How paragraphs are told apart: by space, or by an indent as in books. Default: spaced.',
  }),
  shareImages: z
    .strictObject({
      articles: z
        .int()
        .min(0)
        .max(200)
        .optional()
        .meta({
          description: `Newest articles without a picture that are shared with their own title; each takes about a fiftieth of a second, once. 0: the section stands for all. Default: ${defaultSiteConfig.shareImages.articles}.`,
        }),
    })
    .optional()
    .meta({ description: 'Pictures that stand for pages without one where they are shared.' }),
  excerpt: z
    .strictObject({
      length: z
        .int()
        .min(20)
        .max(2000)
        .optional()
        .meta({ description: `Characters (graphemes). Default: ${defaultSiteConfig.excerpt.length}.` }),
    })
    .optional()
    .meta({ description: 'The beginning of a text, where an article has no excerpt of its own.' }),
  feeds: z
    .strictObject({
      size: z
        .int()
        .min(1)
        .max(200)
        .optional()
        .meta({ description: `Newest articles of a feed. Default: ${defaultSiteConfig.feeds.size}.` }),
      fullText: z
        .boolean()
        .optional()
        .meta({ description: 'Whole bodies, or excerpts only. Default: true.' }),
      projects: z.enum(['sentences', 'full']).optional().meta({
        description:
          'What the feed of a project tells of an article: the sentence that names the project, or its whole body besides. A site of 100,000 articles then has about 0.8 GB more of feeds. Default: sentences.',
      }),
      sources: z.array(feedSource).optional().meta({
        description: 'Feeds that "npm run import -- feeds" makes articles of. Default: none.',
      }),
    })
    .optional()
    .meta({ description: 'Feeds: the own ones, and those of others that are imported.' }),
  embeds: z
    .strictObject({
      hosts: z.array(hostName).optional().meta({
        description:
          'Hosts whose https pages may be shown in an article. Default: fourteen players of video and sound.',
      }),
    })
    .optional()
    .meta({ description: 'Players and other pages inside of articles.' }),
  admin: z
    .strictObject({
      backend: z.enum(['github', 'gitlab']).optional().meta({
        description: 'Who keeps the repository. Default: github.',
      }),
      repo: z
        .string()
        .trim()
        .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, { error: 'expected the repository as owner/name' })
        .meta({ description: 'The repository, owner/name.' }),
      branch: text.optional().meta({ description: 'Default: main.' }),
      folder: z
        .string()
        .trim()
        .regex(/^(?!\/)(?!.*\.\.)[^\\]+$/, { error: 'expected a folder in the repository, such as content' })
        .optional()
        .meta({ description: 'The content folder in the repository. Default: content.' }),
    })
    .optional()
    .meta({
      description:
        'A page for writing in the browser, at /admin/: Sveltia CMS, from the site’s own host (npm install --save-exact @sveltia/cms), whose fields are the keys of the front matter. Whoever may push to the repository may write. Default: none.',
    }),
  check: z
    .strictObject({
      rules: z.strictObject(checkLevels).optional().meta({
        description: 'How serious a rule is taken, by its name in docs/rules.md. Default: as it says there.',
      }),
    })
    .optional()
    .meta({
      description:
        'What "npm run check" says. A rule that is off is not reported; an info is counted rather than listed in full; an error ends the command with status 1. What is published does not depend on it.',
    }),
  limits: limits
    .optional()
    .meta({ description: 'Bounds on what strangers can write. An article over one is quarantined.' }),
  hosts: z
    .array(host)
    .optional()
    .meta({
      description: `Where the site is published, so that a build that outgrows a host fails before the upload, and warns at 80 %: ${hostNames.join(', ')}, or a map with a \`name\` and limits of your own: \`siteBytes\`, \`files\`, \`entries\` (files and folders), \`folderEntries\` (of one folder), \`fileBytes\` (of one file). Default: none; use of all known hosts is told, and nothing fails.`,
    }),
});

/** `site.yaml` after it was checked. */
export type SiteConfigInput = z.infer<typeof siteConfigSchema>;

function refuseSharedIds(aliases: readonly z.infer<typeof projectAlias>[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [at, { ids }] of aliases.entries()) {
    for (const [position, id] of ids.entries()) {
      const folded = String(id).toLowerCase();
      if (seen.has(folded))
        context.addIssue({
          code: 'custom',
          path: [at, 'ids', position],
          message: 'the id is in this list already',
        });
      seen.add(folded);
    }
  }
}

function describePermalinkNames(): string {
  return Object.entries(permalinkNames)
    .map(([name, meaning]) => `\`:${name}\` (${meaning})`)
    .join(', ');
}

function isSiteUrl(value: string): boolean {
  return isHttpUrl(value) && !/[?#\\]/.test(value) && new URL(value).username === '';
}

function isLanguageTag(value: string): boolean {
  return accepts(() => Intl.getCanonicalLocales(value));
}

/** Only names: an offset such as +08:00 is known to newer versions of Node alone, and knows no summer time. */
function isTimeZone(value: string): boolean {
  return /^[A-Za-z]/.test(value) && accepts(() => new Intl.DateTimeFormat('en', { timeZone: value }));
}

/** Intl says no by throwing. */
function accepts(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
