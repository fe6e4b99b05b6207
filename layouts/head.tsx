import { absoluteUrl } from '../src/site/link.ts';
import type { ArticlePage, Page, SiteChrome } from '../src/site/page.ts';
import { findShareImage, keepShareable, SHARE_IMAGE_SIZE } from '../src/site/share-image.ts';
import { listStructuredData } from '../src/site/structured-data.ts';
import { JsonLd } from './components/json-ld.tsx';
import { describePage } from './describe-page.ts';
import type { SharedParts } from './shared-parts.tsx';
import type { View } from './view.ts';

/** A longer `<title>` gives up the site's name: search engines would cut the article's. */
const MAX_TITLE = 70;

/** The page's head: charset first, then the policy, so that it holds for all that follows. */
export function Head({ parts, page }: { readonly parts: SharedParts; readonly page: Page }) {
  const { view } = parts;
  const { chrome } = view;
  const description = describePage(page, chrome);
  return (
    <head>
      <meta charset="utf-8" />
      {view.recall('head first', () => (
        <>
          <ContentSecurityPolicy policy={parts.policy} />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
        </>
      ))}
      <title>{documentTitle(page, chrome)}</title>
      {description !== '' && <meta name="description" content={description} />}
      {isHidden(page) ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={absoluteUrl(chrome.siteUrl, page.url)} />
      )}
      {view.recall('head assets', () => (
        <>
          <Assets view={view} />
          {(chrome.feeds ?? []).map((feed) => (
            <link
              key={feed.url}
              rel="alternate"
              type={feed.type}
              title={feed.title}
              href={view.link(feed.url)}
            />
          ))}
        </>
      ))}
      {(page.kind === 'project' || page.kind === 'category') && page.feed !== undefined && (
        <link rel="alternate" type="application/rss+xml" title={page.title} href={view.link(page.feed)} />
      )}
      <OpenGraph view={view} page={page} description={description} />
      {listStructuredData(page, chrome).map((data) => (
        <JsonLd key={data['@type']} data={data} />
      ))}
    </head>
  );
}

/** The policy as a `<meta>`, for hosts that send no headers. */
export function ContentSecurityPolicy({ policy }: { readonly policy: string }) {
  return <meta http-equiv="Content-Security-Policy" content={policy} />;
}

/** The theme file alone stands in the way of the first paint: it sets the reader's choices, and asks for nothing. */
function Assets({ view }: { readonly view: View }) {
  const { assets } = view.chrome;
  const theme = assets['theme.js'];
  const style = assets['site.css'];
  const script = assets['site.js'];
  const icon = assets['icon.svg'];
  const touchIcon = assets['icon-180.png'];
  const manifest = assets['manifest.webmanifest'];
  return (
    <>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#14161a" media="(prefers-color-scheme: dark)" />
      {theme !== undefined && <script src={view.link(theme)} />}
      {style !== undefined && <link rel="stylesheet" href={view.link(style)} />}
      {script !== undefined && <script src={view.link(script)} defer />}
      {icon !== undefined && <link rel="icon" type="image/svg+xml" href={view.link(icon)} />}
      {touchIcon !== undefined && <link rel="apple-touch-icon" href={view.link(touchIcon)} />}
      {manifest !== undefined && <link rel="manifest" href={view.link(manifest)} />}
    </>
  );
}

interface OpenGraphProps {
  readonly view: View;
  readonly page: Page;
  readonly description: string;
}

/** @see https://ogp.me/ */
function OpenGraph({ view, page, description }: OpenGraphProps) {
  const { chrome } = view;
  const image = keepShareable(findImage(page));
  const drawn = image === undefined ? findShareImage(page, chrome) : undefined;
  return (
    <>
      <meta property="og:site_name" content={chrome.title} />
      <meta property="og:type" content={page.kind === 'article' ? 'article' : 'website'} />
      <meta property="og:title" content={page.title} />
      {description !== '' && <meta property="og:description" content={description} />}
      <meta property="og:url" content={absoluteUrl(chrome.siteUrl, page.url)} />
      <meta property="og:locale" content={chrome.language.replaceAll('-', '_')} />
      {image !== undefined && <meta property="og:image" content={absoluteUrl(chrome.siteUrl, image)} />}
      {drawn !== undefined &&
        view.recall(`share image ${drawn.url}`, () => (
          <>
            <meta property="og:image" content={absoluteUrl(chrome.siteUrl, drawn.url)} />
            <meta property="og:image:width" content={`${SHARE_IMAGE_SIZE.width}`} />
            <meta property="og:image:height" content={`${SHARE_IMAGE_SIZE.height}`} />
          </>
        ))}
      {page.kind === 'article' && <ArticleFacts page={page} />}
      <meta
        name="twitter:card"
        content={isSmallPicture(page) && image !== undefined ? 'summary' : 'summary_large_image'}
      />
    </>
  );
}

function ArticleFacts({ page }: { readonly page: ArticlePage }) {
  const section = page.categories[0]?.[0]?.title;
  return (
    <>
      <meta property="article:published_time" content={new Date(page.date).toISOString()} />
      {page.updated !== undefined && (
        <meta property="article:modified_time" content={new Date(page.updated).toISOString()} />
      )}
      {section !== undefined && <meta property="article:section" content={section} />}
      {page.tags.map((tag) => (
        <meta key={tag.url} property="article:tag" content={tag.title} />
      ))}
    </>
  );
}

function documentTitle(page: Page, chrome: SiteChrome): string {
  if (page.kind === 'home') return chrome.title;
  const full = `${page.title} - ${chrome.title}`;
  return full.length > MAX_TITLE ? page.title : full;
}

/** Pages that search engines should not list. */
function isHidden(page: Page): boolean {
  if (page.kind === 'not-found' || page.kind === 'offline') return true;
  return page.kind === 'article' && (page.draft || page.future);
}

/** Logos and portraits are squares; a large card would cut them. */
function isSmallPicture(page: Page): boolean {
  return page.kind === 'project' || page.kind === 'list';
}

/** The picture that a page has of its own, for where it is shared. */
function findImage(page: Page): string | undefined {
  switch (page.kind) {
    case 'article':
      return page.thumbnail?.src;
    case 'home':
    case 'category':
      return page.lead?.thumbnail?.src;
    case 'list':
      return page.profile?.portrait;
    case 'project':
      return page.project.logo;
    default:
      return undefined;
  }
}
