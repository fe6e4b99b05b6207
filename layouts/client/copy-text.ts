/** Puts a text on the clipboard. @returns Whether it is there: browsers refuse where the site is read over plain http. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
