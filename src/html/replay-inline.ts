import type { Flow } from './flow.ts';
import { isTransparent, type OutputNode } from './output-tree.ts';
import { presenceOf } from './read-image.ts';
import type { TextContext } from './text-context.ts';

/**
 * Puts inline nodes that were made for a place of text alone (a caption, a summary, a heading) into a flow, as if they had
 * been read there: what turns out not to be the place's own must come out as it would anywhere else.
 */
export function replayInline(nodes: readonly OutputNode[], flow: Flow, context: TextContext): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      flow.addText(node, context);
    } else if (node.name === 'br') {
      flow.addBreak(context);
    } else if (node.name === 'img') {
      const { width, height } = node.attributes;
      const isSized = width !== undefined && height !== undefined;
      flow.addImage(
        node,
        context,
        isSized ? presenceOf({ width: Number(width), height: Number(height) }) : 'unknown',
      );
    } else if (isTransparent(node) || node.name === '') {
      replayInline(node.children, flow, context);
    } else {
      const wrapper = { name: node.name, attributes: node.attributes };
      replayInline(node.children, flow, { ...context, wrappers: [...context.wrappers, wrapper] });
    }
  }
}
