import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where systems keep a Chromium that Playwright can drive. */
const SYSTEM_BROWSERS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A real Chromium: the system's, else the one that comes from the registry with its own libraries, so that a bare Linux
 * needs nothing installed by hand. The caller closes it.
 *
 * @param flags - Of Chromium's, besides those that keep it quiet.
 */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const system = SYSTEM_BROWSERS.find((file) => file !== undefined && existsSync(file));
  if (system !== undefined)
    return chromium.launch({ executablePath: system, args: [...QUIET_FLAGS, ...flags] });
  return launchPackagedChromium(flags);
}

/** The packaged Chromium unpacks itself, and its libraries when told that it runs where there are none. */
export async function launchPackagedChromium(flags: readonly string[] = []): Promise<Browser> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  return chromium.launch({
    executablePath,
    args: [...packaged.args, ...QUIET_FLAGS, ...flags],
    chromiumSandbox: false,
  });
}
