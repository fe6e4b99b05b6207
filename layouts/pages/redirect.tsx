import { absoluteUrl } from '../../src/site/link.ts';
import type { RedirectPage } from '../../src/site/page.ts';
import { ContentSecurityPolicy } from '../head.tsx';
import type { SharedParts } from '../shared-parts.tsx';

/** The whole document of an alias: it sends the browser on, and names the new address to search engines and people. */
export function Redirect({ parts, page }: { readonly parts: SharedParts; readonly page: RedirectPage }) {
  const { view } = parts;
  const target = view.link(page.target);
  return (
    <html lang={view.chrome.language}>
      <head>
        <meta charset="utf-8" />
        <ContentSecurityPolicy policy={parts.policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="refresh" content={`0; url=${target}`} />
        <title>{page.title}</title>
        <link rel="canonical" href={absoluteUrl(view.chrome.siteUrl, page.target)} />
      </head>
      <body>
        <main>
          <h1>{view.strings.moved}</h1>
          <p>
            <a href={target}>{page.title}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
