import type { BuildProgress } from '../build/build-options.ts';

export interface ProgressLine {
  readonly update: (progress: BuildProgress) => void;
  /** Takes the line off a terminal, so that what follows begins on a clean one. */
  readonly clear: () => void;
}

const TERMINAL_MS = 80;
const PLAIN_MS = 3000;

/** Shows how far a build is: one line that renews itself on a terminal, a plain line every few seconds elsewhere. */
export function createProgressLine({ quiet }: { readonly quiet: boolean }): ProgressLine {
  const terminal = process.stderr.isTTY === true;
  let shownAt = performance.now();
  let stage: string | undefined;
  let stageBegan = shownAt;
  let shown = false;

  function update({ stage: current, done, total }: BuildProgress): void {
    const now = performance.now();
    if (current !== stage) {
      stage = current;
      stageBegan = now;
    }
    if (quiet || now - shownAt < (terminal ? TERMINAL_MS : PLAIN_MS)) return;
    shownAt = now;
    shown = true;
    const rate = done / ((now - stageBegan) / 1000 || 1);
    const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
    const text = `${current.padEnd(7)} ${done}/${total}  ${Math.round(rate)}/s  ${left} s left`;
    process.stderr.write(terminal ? `\r\u001b[K${bar(done / total)} ${text}` : `${text}\n`);
  }

  return {
    update,
    clear: () => {
      if (terminal && shown) process.stderr.write('\r\u001b[K');
    },
  };
}

const BAR_WIDTH = 24;

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * BAR_WIDTH);
  return '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
}
