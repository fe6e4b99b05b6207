import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { View } from '../view.ts';
import { SafeMarkup } from './safe-markup.tsx';

interface ProseProps {
  readonly view: View;
  readonly html: SafeHtml;
  /** BCP 47; absent: the site's. */
  readonly lang?: string | undefined;
}

/** A cleaned body, its paragraphs told apart as the operator wants. */
export function Prose({ view, html, lang }: ProseProps) {
  const className = view.chrome.indentsParagraphs === true ? 'prose prose-indented' : 'prose';
  return <SafeMarkup as="div" class={className} html={html} lang={lang} />;
}
