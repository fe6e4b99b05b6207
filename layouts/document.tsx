import type { Page } from '../src/site/page.ts';
import { Footer } from './components/footer.tsx';
import { Masthead } from './components/masthead.tsx';
import { ScriptParts } from './components/script-parts.tsx';
import { Head } from './head.tsx';
import type { Children } from './jsx/markup.ts';
import type { SharedParts } from './shared-parts.tsx';

interface DocumentProps {
  readonly parts: SharedParts;
  readonly page: Page;
  readonly children: Children;
}

/** The frame that every page shares. */
export function Document({ parts, page, children }: DocumentProps) {
  const { chrome, strings } = parts.view;
  return (
    <html lang={chrome.language} {...dataAttributes(chrome.readerDefaults ?? {})}>
      <Head parts={parts} page={page} />
      <body>
        <a class="skip-link" href="#main-content">
          {strings.skipToContent}
        </a>
        <Masthead parts={parts} page={page} />
        <main id="main-content" tabindex={-1} class={`page page-${page.kind}`}>
          {children}
        </main>
        <Footer content={parts.footer} />
        {parts.view.recall('script parts', () => (
          <ScriptParts view={parts.view} />
        ))}
      </body>
    </html>
  );
}

/** `{ theme: 'dark' }` as `data-theme="dark"`: where the style sheet and the reader's controls look. */
function dataAttributes(values: { readonly [name: string]: string }): {
  readonly [name: `data-${string}`]: string;
} {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`data-${name}`, value]));
}
