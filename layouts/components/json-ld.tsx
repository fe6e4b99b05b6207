import type { SafeHtml } from '../../src/html/safe-html.ts';
import { type JsonLd as Data, serializeJsonLd } from '../../src/site/structured-data.ts';

/** What search engines read of a page. The one script element with content: it is data, and never runs. */
export function JsonLd({ data }: { readonly data: Data }) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: serializeJsonLd(data) as SafeHtml }}
    />
  );
}
