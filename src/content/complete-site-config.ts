import { type HostProfile, hostProfiles } from './host-profiles.ts';
import type {
  AuthorConfig,
  CategoryConfig,
  ProjectPolicy,
  SiteConfig,
  SourceConfig,
  ThemeConfig,
} from './site-config.ts';
import { defaultSiteConfig } from './site-config-defaults.ts';
import type { SiteConfigInput } from './site-config-schema.ts';

/** Fills in what `site.yaml` leaves out, and brings the rest into one form. The result is frozen, all of it. */
export function completeSiteConfig(input: SiteConfigInput): SiteConfig {
  const defaults = defaultSiteConfig;
  const title = input.title ?? defaults.title;
  const url = withSlash(input.url ?? defaults.url);
  return freezeDeep<SiteConfig>({
    title,
    description: input.description ?? defaults.description,
    url,
    basePath: new URL(url).pathname,
    language: Intl.getCanonicalLocales(input.language ?? defaults.language)[0]!,
    timeZone: input.timeZone ?? defaults.timeZone,
    permalink: input.permalink ?? defaults.permalink ?? '/p/:id/',
    theme: completeTheme(input.theme ?? {}),
    sources: (input.sources ?? []).map(completeSource),
    author: input.author ?? title,
    menu: input.menu ?? defaults.menu,
    footer: input.footer ?? defaults.footer,
    categories: (input.categories ?? []).map(completeCategory),
    authors: (input.authors ?? []).map((author) => overlay<AuthorConfig>({ name: author.name }, author)),
    projects: completeProjects(input.projects),
    pagination: overlay(defaults.pagination, input.pagination),
    paragraphs: input.paragraphs ?? defaults.paragraphs ?? 'spaced',
    shareImages: overlay(defaults.shareImages, input.shareImages),
    excerpt: overlay(defaults.excerpt, input.excerpt),
    feeds: completeFeeds(input.feeds ?? {}),
    embeds: { hosts: (input.embeds?.hosts ?? defaults.embeds.hosts).map((host) => host.toLowerCase()) },
    admin: overlay(defaults.admin, input.admin),
    check: { rules: definedOnly(input.check?.rules ?? {}) },
    limits: overlay(defaults.limits, input.limits),
    hosts: (input.hosts ?? []).map(completeHost),
  });
}

function completeFeeds({ sources, ...rest }: NonNullable<SiteConfigInput['feeds']>): SiteConfig['feeds'] {
  return {
    ...overlay(defaultSiteConfig.feeds, rest),
    sources: (sources ?? []).map(({ url, category }) => ({ url, category: splitPath(category ?? []) })),
  };
}

function completeTheme({ accent, accentDark, ...rest }: NonNullable<SiteConfigInput['theme']>): ThemeConfig {
  return overlay<ThemeConfig>(
    {},
    {
      ...rest,
      accent: accent?.toLowerCase(),
      accentDark: accentDark?.toLowerCase(),
    },
  );
}

function completeSource({
  host,
  path,
  publish,
  dropImages,
  ...rest
}: NonNullable<SiteConfigInput['sources']>[number]): SourceConfig {
  return overlay<SourceConfig>(
    {},
    {
      ...rest,
      host: host?.toLowerCase(),
      path: path?.normalize('NFC').replace(/^\/+|\/+$/g, ''),
      publish: publish === false ? false : undefined,
      dropImages: dropImages?.map((name) => name.toLowerCase()),
    },
  );
}

type HostInput = NonNullable<SiteConfigInput['hosts']>[number];

function completeHost(host: HostInput): HostProfile {
  if (typeof host === 'string') return hostProfiles.find(({ name }) => name === host)!;
  return overlay<HostProfile>({ name: host.name }, host);
}

type CategoryInput = NonNullable<SiteConfigInput['categories']>[number];

function completeCategory(category: CategoryInput, index: number): CategoryConfig {
  const { path, order, color, description, aliases } = category;
  return {
    path: splitPath(path),
    order: order ?? index + 1,
    ...(color === undefined ? {} : { color: color.toLowerCase() }),
    ...(description === undefined ? {} : { description }),
    aliases: (aliases ?? []).map(splitPath),
  };
}

function splitPath(path: string | readonly string[]): readonly string[] {
  if (typeof path !== 'string') return path;
  const names = path.split('/').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

function completeProjects({
  aliases,
  ...given
}: NonNullable<SiteConfigInput['projects']> = {}): ProjectPolicy {
  const policy = overlay<ProjectPolicy>(defaultSiteConfig.projects, given);
  if (aliases === undefined) return policy;
  return {
    ...policy,
    // One whose ids were all refused says nothing.
    aliases: aliases
      .filter(({ ids }) => ids.length > 0)
      .map(({ ids, name }) => ({
        ids: ids.map((id) => String(id).toLowerCase()),
        ...(name === undefined ? {} : { name }),
      })),
  };
}

/** The canonical form of an address, ending in `/`. */
function withSlash(url: string): string {
  const { href } = new URL(url);
  return href.endsWith('/') ? href : `${href}/`;
}

/** What is given, over the defaults. A key that is there without a value does not hide its default. */
function overlay<T extends object>(defaults: T, given: { [K in keyof T]?: T[K] | undefined } | undefined): T {
  const entries = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  return { ...defaults, ...(Object.fromEntries(entries) as Partial<T>) };
}

/** The entries that have a value. */
function definedOnly<T>(given: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, T>;
}

function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freezeDeep(inner);
  return Object.freeze(value);
}
