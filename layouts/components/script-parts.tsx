import type { View } from '../view.ts';

/**
 * What the browser's script adds to a page, in the page's language: it clones these, and invents no words. Nothing of it
 * shows or is read aloud before.
 */
export function ScriptParts({ view }: { readonly view: View }) {
  const { strings } = view;
  return (
    <template id="script-parts">
      <span class="new-mark">{strings.isNew}</span>
      <a class="picture-link" href={view.link('/')} rel="noopener noreferrer">
        {strings.openPicture}
      </a>
      <button type="button" class="zoom-button" aria-label={strings.enlargePicture} />
      <dialog class="zoom" aria-label={strings.enlargePicture}>
        <button type="button" class="button">
          {strings.close}
        </button>
      </dialog>
      <div class="code-block">
        <div class="code-tools" lang={view.chrome.language}>
          <span role="status">
            <span hidden>{strings.codeCopied}</span>
          </span>
          <button type="button" class="button">
            {strings.copyCode}
          </button>
        </div>
      </div>
    </template>
  );
}
