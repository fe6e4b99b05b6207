import { availableParallelism, cpus, release, totalmem, type } from 'node:os';

/** What was measured on, in a line. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} × ${model}, ${gibibytes} GiB, ${type()} ${release()}, Node ${process.version}`;
}
