/** The part of `compression` that is used here; its own types would bring a web framework's along. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;

  interface Compression {
    (options?: {
      readonly filter?: Filter;
    }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
    /** Whether the response is of a kind that gets smaller. */
    readonly filter: Filter;
  }

  const compression: Compression;
  export default compression;
}
