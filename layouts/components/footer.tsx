import type { SafeHtml } from '../../src/html/safe-html.ts';
import { browseLinks } from '../browse-links.ts';
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';
import { SafeMarkup } from './safe-markup.tsx';

/** What readers call the formats of feeds, by media type. */
const FEED_FORMATS: { readonly [type: string]: string } = {
  'application/rss+xml': 'RSS',
  'application/atom+xml': 'Atom',
  'application/feed+json': 'JSON Feed',
};

/** The bottom of every page. */
export function Footer({ content }: { readonly content: SafeHtml }) {
  return <SafeMarkup as="footer" class="site-footer" html={content} />;
}

/** What the site is, and every way into it. No year: pages do not depend on the clock. */
export function FooterContent({ view }: { readonly view: View }) {
  const { chrome, strings } = view;
  const own = new Set(chrome.footer.map(({ url }) => url));
  const links = [...browseLinks(strings).filter(({ url }) => !own.has(url)), ...chrome.footer];
  return (
    <>
      <div>
        <p class="nameplate">
          <a href={view.link('/')}>{chrome.title}</a>
        </p>
        {chrome.description !== '' && <p>{chrome.description}</p>}
      </div>
      <nav aria-label={strings.siteLinks}>
        <ul>
          {links.map((item) => (
            <li key={item.url}>
              <a href={view.link(item.url)}>{item.title}</a>
            </li>
          ))}
          {(chrome.feeds ?? []).map((feed) => (
            <li key={feed.url}>
              <a href={view.link(feed.url)} type={feed.type} title={feed.title}>
                <Icon name="feed" />
                {FEED_FORMATS[feed.type] ?? feed.title}
              </a>
            </li>
          ))}
          {chrome.feeds !== undefined && (
            <li>
              <a href={view.link('/feeds.opml')} type="text/x-opml">
                <Icon name="feed" />
                OPML
              </a>
            </li>
          )}
        </ul>
      </nav>
    </>
  );
}
