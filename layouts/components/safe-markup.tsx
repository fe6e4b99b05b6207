import type { SafeHtml } from '../../src/html/safe-html.ts';

interface SafeMarkupProps {
  readonly html: SafeHtml;
  /** The element around the markup. */
  readonly as: 'details' | 'div' | 'footer' | 'header';
  readonly class: string;
  readonly lang?: string | undefined;
}

/**
 * The one place where HTML enters a page without being escaped. It takes only what the cleaning policy has passed, and
 * what the layouts themselves have rendered before.
 */
export function SafeMarkup({ html, as: Element, class: className, lang }: SafeMarkupProps) {
  return <Element class={className} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
