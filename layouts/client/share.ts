/** Hands on the page's canonical address: by the system's own dialog where there is one, and by the clipboard. */
export function startShare(): void {
  const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  const share = document.querySelector<HTMLButtonElement>('[data-share]');
  if (share !== null && typeof navigator.share === 'function') {
    share.hidden = false;
    share.addEventListener('click', () => {
      // A reader who closes the dialog rejects the promise: that is an answer, not a fault.
      navigator.share({ title: document.title, url }).catch(() => undefined);
    });
  }
  const copy = document.querySelector<HTMLButtonElement>('[data-copy-link]');
  const status = document.querySelector<HTMLElement>('[data-share-status]');
  copy?.addEventListener('click', async () => {
    const isCopied = await copyText(url);
    // Where the clipboard is closed (plain http), the address itself can be copied by hand.
    if (status !== null) status.textContent = isCopied ? (status.dataset.copied ?? '') : url;
  });
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
