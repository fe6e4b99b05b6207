import type { Page } from 'playwright-core';

/**
 * The colours that a window shows at its edge, frame by frame, while something is done: `20 22 26`.
 *
 * @param act - What is done.
 */
export async function listFrames(tab: Page, act: () => Promise<unknown>): Promise<string[]> {
  const session = await tab.context().newCDPSession(tab);
  const frames: string[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(data);
    // The page may be gone when its last frame is acknowledged.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await act();
  await session.send('Page.stopScreencast');
  const reader = await tab.context().newPage();
  const colors = await reader.evaluate(readEdges, frames);
  await reader.close();
  return colors;
}

/** Runs in a page, which can read pictures. */
function readEdges(frames: readonly string[]): Promise<string[]> {
  return Promise.all(
    frames.map(async (data) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      const drawing = canvas.getContext('2d')!;
      drawing.drawImage(picture, 0, 0);
      return [...drawing.getImageData(2, 2, 1, 1).data.slice(0, 3)].join(' ');
    }),
  );
}
