/** Wall time by stage. */
export class Stopwatch {
  readonly #durations: Record<string, number> = {};
  readonly #began = performance.now();
  #stage: string | undefined;
  #stageBegan = this.#began;

  /** Ends the running stage, if any, and begins another. */
  begin(stage: string): void {
    this.#end();
    this.#stage = stage;
  }

  /** Ms by stage, rounded, and their `total`. */
  read(): { readonly [stage: string]: number } {
    this.#end();
    const rounded = Object.entries(this.#durations).map(([stage, ms]) => [stage, Math.round(ms)]);
    return { ...Object.fromEntries(rounded), total: Math.round(performance.now() - this.#began) };
  }

  #end(): void {
    const now = performance.now();
    if (this.#stage !== undefined) {
      this.#durations[this.#stage] = (this.#durations[this.#stage] ?? 0) + now - this.#stageBegan;
    }
    this.#stage = undefined;
    this.#stageBegan = now;
  }
}
