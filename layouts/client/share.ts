import { copyText } from './copy-text.ts';

/** Hands on the page's canonical address: by the system's own dialog where there is one, and by the clipboard. */
export function startShare(): void {
  const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  const share = document.querySelector<HTMLButtonElement>('.js-share');
  if (share !== null && typeof navigator.share === 'function') {
    share.hidden = false;
    share.addEventListener('click', () => {
      // A reader who closes the dialog rejects the promise: that is an answer, not a fault.
      navigator.share({ title: document.title, url }).catch(() => undefined);
    });
  }
  const copy = document.querySelector<HTMLButtonElement>('.js-copy-link');
  const status = document.querySelector('.js-share-status');
  copy?.addEventListener('click', async () => {
    const isCopied = await copyText(url);
    const praise = status?.querySelector<HTMLElement>('[hidden]');
    // Where the clipboard is closed (plain http), the address itself can be copied by hand.
    if (!isCopied) status?.replaceChildren(url);
    else if (praise) praise.hidden = false;
  });
}
