/**
 * A new copy of one of the parts that the page keeps for its script; see `components/script-parts.tsx`.
 *
 * @param selector - Matches one of them.
 * @returns `null` on a page that keeps none.
 */
export function cloneScriptPart<Kind extends HTMLElement>(selector: string): Kind | null {
  const parts = document.querySelector<HTMLTemplateElement>('#script-parts');
  return (parts?.content.querySelector(selector)?.cloneNode(true) as Kind | undefined) ?? null;
}
