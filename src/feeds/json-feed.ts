import type { FeedEntry } from './feed-entry.ts';
import type { FeedHead } from './feed-head.ts';

/** JSON Feed 1.1. Source: www.jsonfeed.org/version/1.1. */
export function renderJsonFeed(head: FeedHead, entries: readonly FeedEntry[]): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: head.homeUrl,
    feed_url: head.selfUrl,
    description: head.description,
    language: head.language,
    authors: [{ name: head.author }],
    items: entries.map(describeItem),
  };
  return `${JSON.stringify(feed)}\n`;
}

/** An item needs text: the summary, or failing that the title, stands in for a body that is left out. */
function describeItem({
  url,
  title,
  summary,
  html,
  image,
  date,
  updated,
  authors,
  categories,
  lang,
}: FeedEntry) {
  return {
    id: url,
    url,
    title,
    ...(html === undefined ? { content_text: summary || title } : { content_html: html }),
    ...(summary !== '' && { summary }),
    ...(image && { image: image.url }),
    date_published: new Date(date).toISOString(),
    date_modified: new Date(updated).toISOString(),
    ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
    ...(categories.length > 0 && { tags: categories }),
    ...(lang !== undefined && { language: lang }),
  };
}
