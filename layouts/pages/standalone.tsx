import type { StandalonePage } from '../../src/site/page.ts';
import { hasOutline, Outline } from '../components/outline.tsx';
import { Prose } from '../components/prose.tsx';
import { Time } from '../components/time.tsx';
import type { PageBody } from '../page-body.ts';
import type { View } from '../view.ts';

interface StandaloneProps {
  readonly view: View;
  readonly page: StandalonePage;
  readonly body: PageBody;
}

/** A page of the author's own, such as about: title and body. */
export function Standalone({ view, page, body }: StandaloneProps) {
  return (
    <article class={hasOutline(body.outline) ? 'article article-with-outline' : 'article'}>
      <header class="article-header">
        <h1 lang={page.lang}>{page.title}</h1>
        {page.updated !== undefined && (
          <p class="facts">
            <span>
              {view.strings.updated} <Time view={view} at={page.updated} precision="date" />
            </span>
          </p>
        )}
      </header>
      <Outline view={view} entries={body.outline} lang={page.lang} />
      <Prose view={view} html={body.html} lang={page.lang} />
    </article>
  );
}
