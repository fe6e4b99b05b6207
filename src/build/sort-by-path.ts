/** What is known of files by their paths, in the order of these by code unit. */
export interface SortedByPath<T> {
  readonly files: readonly string[];
  readonly values: readonly T[];
}

export function sortByPath<T>(byPath: ReadonlyMap<string, T>): SortedByPath<T> {
  const files = [...byPath.keys()];
  const values = [...byPath.values()];
  const order = files.map((_, at) => at).sort((a, b) => (files[a]! < files[b]! ? -1 : 1));
  return { files: order.map((at) => files[at]!), values: order.map((at) => values[at]!) };
}
