/** Work that is waited for later: until then nobody is told when it fails. */
export function inBackground<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}
