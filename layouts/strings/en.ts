import { enUS } from 'date-fns/locale/en-US';
import type { Strings } from '../strings.ts';

/** English. */
export const en: Strings = {
  dateLocale: enUS,
  dayPattern: 'EEEE, MMMM d',
  year: (year) => `${year}`,
  listSeparator: ', ',

  skipToContent: 'Skip to content',
  home: 'Home',
  sections: 'Sections',
  siteLinks: 'Site links',
  breadcrumb: 'You are here',
  subscribe: 'Subscribe',

  search: 'Search',
  searchSite: 'Search all articles',
  searchHint: 'Two characters or more, for example the name of a company, a product or a topic',
  searchWithoutScript: 'Search needs JavaScript. You can also find articles here:',

  latest: 'Latest',
  categories: 'Categories',
  subcategories: 'Subcategories',
  archive: 'Archive',
  tags: 'Tags',
  authors: 'Authors',
  projects: 'Companies and products',
  trendingProjects: 'Most mentioned of late',
  more: 'More',
  empty: 'No articles here yet.',
  articleCount: (count) => plural(count, 'article', 'articles'),
  tagCount: (count) => plural(count, 'tag', 'tags'),
  authorCount: (count) => plural(count, 'author', 'authors'),
  projectCount: (count) => plural(count, 'name', 'names'),
  mentionCount: (count) => plural(count, 'mention', 'mentions'),

  pagination: 'Pages',
  newer: 'Newer',
  older: 'Older',
  pageNumber: (page) => `Page ${page}`,

  readingTime: (minutes) => `${minutes} min read`,
  updated: 'Updated',
  pinned: 'Pinned',
  draft: 'Draft',
  future: 'Not yet due',
  isNew: 'New',
  outline: 'Contents',
  source: 'Source',
  readOriginal: 'Read the original',
  filedUnder: 'Filed under',
  mentionedProjects: 'Mentioned here',
  related: 'Related',
  neighbours: 'Previous and next',
  previous: 'Previous',
  next: 'Next',
  share: 'Share',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  openPicture: 'The picture did not load. Open it',
  enlargePicture: 'Enlarge the picture',
  close: 'Close',

  readerControls: 'Reading settings',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
  textSize: 'Text size',
  textSizes: { small: 'Small', medium: 'Medium', large: 'Large', huge: 'Huge' },
  lineWidth: 'Line width',
  lineWidths: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
  typeface: 'Typeface',
  typefaces: { sans: 'Sans', serif: 'Serif' },

  otherNames: 'Also written',
  projectLinkKinds: { profile: 'Data sheet', space: 'Company page', page: 'Source page' },
  mentions: 'Mentions',
  firstMention: 'First mention',
  latestMention: 'Latest mention',
  mentionsOverTime: 'Mentions over time',
  asTable: 'As a table',
  monthColumn: 'Month',
  yearColumn: 'Year',
  articlesColumn: 'Articles',
  companions: 'Often named together',
  sharedArticles: (count) => plural(count, 'article', 'articles'),
  mostMentioned: 'Most mentioned',
  byInitial: 'By initial',
  otherInitial: 'Other',
  filterNames: 'Find a name on this page',
  filterFindsNone: 'No such name on this page.',
  previousMention: 'Before this:',
  projectPreview: (name, title, date) =>
    title === undefined ? `${name}: first time in the news` : `${name}: before this, ${title} (${date})`,

  notFoundHint:
    'The address may be mistyped, or the article has gone. Search for a word of its title, or go on from here.',
  offlineHint:
    'Read on once there is a connection. The last 30 articles you read stay on this device, network or not.',
  nothingSaved: 'No article is kept on this device yet.',
  moved: 'This article has moved',
};

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
