/** Deletes what was put first until `size` entries are left. */
export async function trimCache(cache: Cache, size: number): Promise<void> {
  const requests = await cache.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - size)).map((old) => cache.delete(old)));
}
