interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** Starts a worker. The policy of pages lets no plain string be run as a script: the one file that this name vouches for. */
export function startWorker(file: string): Worker {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('broadsheet', { createScriptURL: () => file });
  return new Worker(policy?.createScriptURL(file) ?? file);
}
