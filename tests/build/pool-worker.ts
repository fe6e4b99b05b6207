import { ProgressMark } from '../../src/build/progress-mark.ts';
import type { ToWorker } from '../../src/build/worker-messages.ts';

/** A worker for tests: `double` doubles numbers, and does to itself what an item asks for. */
let mark: ProgressMark;

process.on('message', (message: ToWorker) => {
  if (message.type === 'setup') {
    mark = new ProgressMark(message.markFile);
    process.send!({ type: 'ready' });
    return;
  }
  const { slice, items } = message;
  if (message.task === 'break') {
    process.send!({ type: 'failed', slice, message: 'no such table', stack: 'no such table\n  at nowhere' });
    return;
  }
  const results = items.map((item, index) => {
    mark.set(slice, index);
    if (item === 'die') process.kill(process.pid, 'SIGKILL');
    if (item === 'hang' || item === 'die') for (;;);
    if (item === 'exhaust') {
      const held: number[][] = [];
      for (;;) held.push(new Array<number>(1e6).fill(held.length));
    }
    return Number(item) * 2;
  });
  process.send!({ type: 'done', slice, results, peakBytes: 1000 });
});
process.on('disconnect', () => process.exit(0));
