import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded into every process of a build under test: an article with one of these words makes its reader hang, exhaust the
 * memory or die, as a fault in a library might; or leaves no space for a page that shows it. With `PLANTED_FULL_CACHE` in
 * the environment there is none for what is cleaned.
 */
const { openSync, readFileSync, writeSync } = fs;

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

/** Half of it is on the disk already, as when the space ends in the middle. */
function refuse(descriptor, data, offset = 0, length = data.length - offset, position = null) {
  writeSync(descriptor, data, offset, Math.floor(length / 2), position);
  const refusal = { code: 'ENOSPC', errno: -28, syscall: 'write' };
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), refusal);
}

const spools = new Set();
fs.openSync = function planted(file, ...rest) {
  const descriptor = openSync(file, ...rest);
  if (String(file).endsWith('-spool')) spools.add(descriptor);
  else spools.delete(descriptor);
  return descriptor;
};

fs.writeSync = function planted(descriptor, data, ...rest) {
  const isPage = Buffer.isBuffer(data) && data.includes('</html>');
  if (isPage && data.includes('PLANTED-FULL-DISK')) refuse(descriptor, data, ...rest);
  if (process.env.PLANTED_FULL_CACHE && spools.has(descriptor)) refuse(descriptor, data, ...rest);
  return writeSync(descriptor, data, ...rest);
};
syncBuiltinESMExports();
