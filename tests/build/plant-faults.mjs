import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded into every process of a build under test: an article with one of these words makes its reader hang, exhaust the
 * memory or die, as a fault in a library might; or leaves no space for a page that shows it.
 */
const { readFileSync, writeSync } = fs;

fs.readFileSync = function planted(file, ...rest) {
  const read = readFileSync(file, ...rest);
  // Sources alone are read by their descriptors.
  if (typeof file !== 'number') return read;
  if (read.includes('PLANTED-HANG')) for (;;);
  if (read.includes('PLANTED-EXHAUSTION'))
    for (const held = []; ; held.push(new Array(1e5).fill(held.length)));
  if (read.includes('PLANTED-DEATH')) process.kill(process.pid, 'SIGSEGV');
  return read;
};

fs.writeSync = function planted(descriptor, data, ...rest) {
  if (Buffer.isBuffer(data) && data.includes('PLANTED-FULL-DISK')) {
    // Half of it is on the disk already, as when the space ends in the middle.
    writeSync(descriptor, data, 0, Math.floor(data.length / 2));
    const refusal = { code: 'ENOSPC', errno: -28, syscall: 'write' };
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), refusal);
  }
  return writeSync(descriptor, data, ...rest);
};
syncBuiltinESMExports();
