import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { launchChromium } from '../../tests/browser/launch-chromium.ts';
import { broadsheet } from '../builders/broadsheet.ts';
import { addedArticle, type CorpusChoice, editArticle } from '../compare/cases.ts';
import { writeCorpora } from '../compare/write-corpora.ts';
import { commitWorkspace, placeFile, resetWorkspace, workspaceOf } from './workspace.ts';

export interface DevOptions extends CorpusChoice {
  /** Saves that are measured, at least 1. One more comes first and does not count. */
  readonly saves: number;
  readonly scratch: string;
  /** Commit the content first, as an author's clone has it. */
  readonly git: boolean;
  readonly onStep: (line: string) => void;
}

const project = path.resolve(import.meta.dirname, '../..');
/** Between two saves: an author does not save twice a second, and no save is to wait for the one before. */
const PAUSE_MS = 1500;
const GIVE_UP_MS = 60_000;

/** Ms from saving the newest article under `npm run dev` until a browser that shows its page shows the change, by save. */
export async function measureDev(options: DevOptions): Promise<readonly number[]> {
  const workspace = workspaceOf(options.scratch, broadsheet);
  resetWorkspace(workspace, broadsheet);
  options.onStep(`writing ${options.articles} articles`);
  writeCorpora(options, [{ builder: broadsheet, workspace }]);
  const article = addedArticle(options, 0);
  placeFile(workspace, broadsheet.placeArticle(article));
  if (options.git) commitWorkspace(workspace, broadsheet);
  const preview = startPreview(workspace);
  try {
    const site = await findAddress(preview);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(await findNewest(site));
      const durations: number[] = [];
      for (let save = 0; save <= options.saves; save += 1) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        const edited = editArticle(article, save);
        const started = performance.now();
        placeFile(workspace, broadsheet.placeArticle(edited));
        await page.waitForFunction((text) => document.body?.textContent.includes(text), markOf(save), {
          polling: 'raf',
          timeout: GIVE_UP_MS,
        });
        const duration = performance.now() - started;
        options.onStep(`${options.articles} articles, save ${save}: shown after ${Math.round(duration)} ms`);
        if (save > 0) durations.push(duration);
      }
      return durations;
    } finally {
      await browser.close();
    }
  } finally {
    await stop(preview);
  }
}

/** Words that only this save's text has. */
function markOf(save: number): string {
  return `第 ${save + 1} 稿`;
}

function startPreview(workspace: string): ChildProcess {
  const args = ['dev', '--content', 'content', '--cache', '.cache', '--port', '0'];
  return spawn(process.execPath, [path.join(project, 'bin/broadsheet.mjs'), ...args], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Where the preview is, once the first build is done. */
async function findAddress(preview: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: preview.stdout! })) {
    const address = /^Previewing .* at (\S+)$/.exec(line)?.[1];
    if (address !== undefined) {
      // What it prints from now on is read by nobody, and must not fill the pipe.
      preview.stdout!.resume();
      return address;
    }
  }
  throw new Error('"npm run dev" ended before it had built anything.');
}

/** The newest article's page, from the site's feed. The feed names it as published; the preview is elsewhere. */
async function findNewest(site: string): Promise<string> {
  const response = await fetch(new URL('feed.json', site));
  const { items } = (await response.json()) as { readonly items: readonly { readonly url: string }[] };
  return new URL(new URL(items[0]!.url).pathname, site).href;
}

async function stop(preview: ChildProcess): Promise<void> {
  if (preview.exitCode !== null || preview.signalCode !== null) return;
  const ended = new Promise((resolve) => preview.once('exit', resolve));
  preview.kill('SIGTERM');
  await ended;
}
