interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** Lets the articles that were read be read again without a network, once the page itself is done. */
export function startServiceWorker(): void {
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href;
  if (manifest === undefined || !('serviceWorker' in navigator)) return;
  const file = new URL('service-worker.js', manifest).href;
  // A browser that forbids it, as private windows do, reads on as before.
  const register = () => navigator.serviceWorker.register(trust(file)).catch(() => undefined);
  if (document.readyState === 'complete') void register();
  else addEventListener('load', register);
}

/** The policy of pages lets no plain string be run as a script: the one file that this name vouches for. */
function trust(file: string): string {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('broadsheet-offline', { createScriptURL: () => file });
  return policy?.createScriptURL(file) ?? file;
}
