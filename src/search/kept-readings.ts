/** What was read lately, each thing once while it is kept: a reader changes a query more often than begins a new one. */
export class KeptReadings<Content> {
  readonly #most: number;
  /** By name, the latest used last. */
  readonly #kept = new Map<string, Promise<Content>>();

  /** @param most - How many are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** What was read under a name, or is being read. @param read - Called when nothing was. */
  take(name: string, read: () => Promise<Content>): Promise<Content> {
    const kept = this.#kept.get(name);
    this.#kept.delete(name);
    const reading = kept ?? read();
    this.#kept.set(name, reading);
    // What failed may be there the next time.
    if (kept === undefined) reading.catch(() => this.#kept.delete(name));
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    return reading;
  }
}
