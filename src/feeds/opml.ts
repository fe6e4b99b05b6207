import type { SiteConfig } from '../content/site-config.ts';
import { absoluteUrl } from '../site/link.ts';
import { FEED_FILES, type Feed } from './feed.ts';
import type { OutputFile } from './output-file.ts';
import { element, text, xmlDocument } from './xml.ts';

/** All feeds in one list, to subscribe to at once. Source: opml.org/spec2.opml. */
export function renderOpml(feeds: readonly Feed[], config: SiteConfig): OutputFile {
  const outlines = feeds.map(({ title, url }) =>
    element('outline', {
      type: 'rss',
      text: title,
      title,
      xmlUrl: absoluteUrl(config.url, url + FEED_FILES.rss),
      htmlUrl: absoluteUrl(config.url, url),
    }),
  );
  const opml = element('opml', { version: '2.0' }, [
    element('head', {}, [element('title', {}, text(config.title))]),
    element('body', {}, outlines),
  ]);
  return { path: 'feeds.opml', contents: xmlDocument(opml) };
}
