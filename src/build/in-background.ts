/** Work that is waited for later: until then nobody is told when it fails. */
export function inBackground<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

/**
 * Waits for all of several works, also where one of them fails: what the others use must not be closed meanwhile.
 *
 * @throws What the first of them did, when all have ended.
 */
export async function allDone<T extends readonly unknown[]>(
  works: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  try {
    return (await Promise.all(works)) as unknown as T;
  } finally {
    await Promise.allSettled(works);
  }
}
