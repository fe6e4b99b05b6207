/** `1.23 s`, `18.4 s`, `412 s`; below a tenth of a second `87 ms`. */
export function formatDuration(ms: number): string {
  if (ms < 99.5) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  return `${seconds.toFixed(seconds < 9.995 ? 2 : seconds < 99.95 ? 1 : 0)} s`;
}

/** `1.2 KB`, `87 KB`, `412 MB`, `1.05 GB`: powers of a thousand, as in the goals. */
export function formatBytes(bytes: number): string {
  if (bytes < 999_500) return `${(bytes / 1000).toFixed(bytes < 9950 ? 2 : 0)} KB`;
  const megabytes = bytes / 1e6;
  return megabytes < 999.5 ? `${Math.round(megabytes)} MB` : `${(megabytes / 1000).toFixed(2)} GB`;
}

/** `0.48×`, `7.3×`, `12×`. */
export function formatRatio(ratio: number): string {
  return `${ratio.toFixed(ratio < 0.0995 ? 3 : ratio < 0.995 ? 2 : ratio < 9.95 ? 1 : 0)}×`;
}

/** `10,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
