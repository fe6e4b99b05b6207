/**
 * Loaded into every process of a build under test: an article with one of these words makes its reader hang, exhaust the
 * memory or die, as a fault in a library might.
 */
const { decode } = TextDecoder.prototype;

TextDecoder.prototype.decode = function planted(...args) {
  const text = decode.apply(this, args);
  if (text.includes('PLANTED-HANG')) for (;;);
  if (text.includes('PLANTED-EXHAUSTION'))
    for (const held = []; ; held.push(new Array(1e5).fill(held.length)));
  if (text.includes('PLANTED-DEATH')) process.kill(process.pid, 'SIGSEGV');
  return text;
};
