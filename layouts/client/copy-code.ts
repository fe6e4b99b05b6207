import { copyText } from './copy-text.ts';
import { cloneScriptPart } from './script-part.ts';

/** How long a button says what it did. Ms. */
const PRAISE = 3000;

/** Gives every block of code in an article a button that copies it. It lies over the block's edge: nothing moves. */
export function startCopyCode(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.prose pre')) {
    const box = cloneScriptPart('.code-block');
    const button = box?.querySelector('button');
    const praise = box?.querySelector<HTMLElement>('[hidden]');
    if (!box || !button || !praise) return;
    block.replaceWith(box);
    box.prepend(block);
    button.addEventListener('click', async () => {
      const isCopied = await copyText(block.textContent.replace(/\n$/, ''));
      // Where the clipboard is closed, the code is selected, to be copied by hand.
      if (!isCopied) getSelection()?.selectAllChildren(block);
      praise.hidden = !isCopied;
      setTimeout(() => {
        praise.hidden = true;
      }, PRAISE);
    });
  }
}
