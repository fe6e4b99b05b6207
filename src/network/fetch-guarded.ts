import { type LookupAddress, type LookupAllOptions, lookup as lookupAddress } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublicAddress } from './public-address.ts';

/** Bounds on one address's answer. */
export interface FetchLimits {
  /** Bytes of the body, after it was decompressed. */
  readonly bytes: number;
  /** Ms for all of it, redirects included. */
  readonly ms: number;
  /** Redirects that are followed. */
  readonly redirects: number;
}

export interface FetchOptions {
  readonly limits: FetchLimits;
  /** Whether addresses that are not of the public Internet may be asked: 127.0.0.1, 10.0.0.0/8, … Default: false. */
  readonly allowPrivate?: boolean;
  /** Default: GET. */
  readonly method?: 'GET' | 'HEAD';
  /** What kinds of files are wanted, as the header says it. Default: anything. */
  readonly accept?: string;
  /** What names and addresses stand for. Default: the system's resolver, and IANA's registries. */
  readonly network?: Network;
}

/** How a host is found, and which may be asked. */
export interface Network {
  readonly resolve: (
    hostname: string,
    options: LookupAllOptions,
    answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
  ) => void;
  readonly isPublic: (address: string) => boolean;
}

const INTERNET: Network = Object.freeze({ resolve: lookupAddress, isPublic: isPublicAddress });

/** Why there is no answer. */
export type FetchFault =
  | 'not-http'
  | 'private-address'
  | 'too-large'
  | 'timeout'
  | 'too-many-redirects'
  | 'status'
  | 'unknown-host'
  | 'unreachable';

export type Fetched =
  | {
      readonly ok: true;
      /** Where the answer came from in the end. */
      readonly url: string;
      /** 200 to 299. */
      readonly status: number;
      /** The whole `Content-Type` header. */
      readonly contentType?: string;
      readonly bytes: Uint8Array;
      /** Whether the body arrived to its end; else `bytes` is what did. */
      readonly complete: boolean;
      /** Where the address has moved to for good (301, 308), if all its redirects say so. */
      readonly movedTo?: string;
    }
  | {
      readonly ok: false;
      readonly fault: FetchFault;
      /** One sentence. */
      readonly message: string;
      /** Of the answer, if one came. */
      readonly status?: number;
    };

const USER_AGENT = 'Broadsheet (static site generator; reads feeds and checks links)';

/** Statuses whose `Location` is followed. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/**
 * Asks one http(s) address, within limits. The name is resolved once for each connection, every address it stands for has
 * to be public, and the connection goes to just these addresses: a name that answers differently the second time (DNS
 * rebinding) gains nothing. Each redirect is judged like the first address. No proxy, no cookies, no cache.
 *
 * It does not throw: whatever a server does is a value.
 */
export async function fetchGuarded(url: string, options: FetchOptions): Promise<Fetched> {
  const deadline = AbortSignal.timeout(options.limits.ms);
  let current = url;
  let isPermanent = true;
  try {
    for (let hops = 0; ; hops++) {
      const response = await askOnce(parseTarget(current, options), options, deadline);
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (REDIRECTS.has(status) && location !== undefined) {
        response.destroy();
        if (hops >= options.limits.redirects) {
          throw new FetchError('too-many-redirects', `More than ${options.limits.redirects} redirects.`);
        }
        if (!URL.canParse(location, current))
          throw new FetchError('status', 'A redirect that leads nowhere.', status);
        current = new URL(location, current).href;
        isPermanent &&= PERMANENT.has(status);
      } else if (status < 200 || status > 299) {
        response.destroy();
        throw new FetchError('status', `The server answers ${status}.`, status);
      } else {
        const { bytes, complete } =
          options.method === 'HEAD' ? dropBody(response) : await readBody(response, options.limits, deadline);
        const contentType = response.headers['content-type'];
        return {
          ok: true,
          url: current,
          status,
          ...(contentType === undefined ? {} : { contentType }),
          bytes,
          complete,
          ...(hops > 0 && isPermanent ? { movedTo: current } : {}),
        };
      }
    }
  } catch (error) {
    return describeFailure(error, options, deadline);
  }
}

/** What went wrong, on its way to become a value. */
class FetchError extends Error {
  readonly fault: FetchFault;
  readonly status: number | undefined;
  constructor(fault: FetchFault, message: string, status?: number) {
    super(message);
    this.fault = fault;
    this.status = status;
  }
}

function describeFailure(error: unknown, { limits }: FetchOptions, deadline: AbortSignal): Fetched {
  if (error instanceof FetchError) {
    const { fault, message, status } = error;
    return { ok: false, fault, message, ...(status === undefined ? {} : { status }) };
  }
  if (deadline.aborted) {
    return { ok: false, fault: 'timeout', message: `No whole answer within ${limits.ms / 1000} s.` };
  }
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ENOTFOUND')
    return { ok: false, fault: 'unknown-host', message: 'There is no host of that name.' };
  return { ok: false, fault: 'unreachable', message: `The server can't be reached (${String(error.code)}).` };
}

function parseTarget(address: string, { allowPrivate = false, network = INTERNET }: FetchOptions): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new FetchError('not-http', `Only http:// and https:// addresses are asked, not ${address}.`);
  }
  // A host that is an address is never looked up. URL has already made one form of 0x7f.1 and its kin.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allowPrivate && !network.isPublic(host)) throw privateAddress(host, host);
  return url;
}

function privateAddress(host: string, address: string): FetchError {
  const what = host === address ? host : `${host} (${address})`;
  return new FetchError('private-address', `${what} is not an address of the public Internet.`);
}

/** One request to its response's head. */
function askOnce(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request: ClientRequest = send(url, {
      method: options.method ?? 'GET',
      agent: false,
      signal,
      lookup: guardLookup(options),
      headers: {
        'User-Agent': USER_AGENT,
        Accept: options.accept ?? '*/*',
        'Accept-Encoding': 'gzip, deflate, br',
      },
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.end();
  });
}

/** Resolves a name, and hands on only addresses that may be connected to: the connection has no others. */
function guardLookup({ allowPrivate = false, network = INTERNET }: FetchOptions): LookupFunction {
  return (hostname, options, callback) => {
    network.resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const refused = allowPrivate ? undefined : addresses.find(({ address }) => !network.isPublic(address));
      if (refused !== undefined) return callback(privateAddress(hostname, refused.address), []);
      const first = addresses[0]!;
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** HEAD has an answer without a body, whatever its headers say of one. */
function dropBody(response: IncomingMessage): { bytes: Uint8Array; complete: boolean } {
  response.destroy();
  return { bytes: new Uint8Array(), complete: true };
}

/** The body, decompressed, as far as it came. @throws FetchError when it is larger than allowed. */
async function readBody(
  response: IncomingMessage,
  limits: FetchLimits,
  deadline: AbortSignal,
): Promise<{ bytes: Uint8Array; complete: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  let complete = true;
  const body = decompress(response);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limits.bytes)
        throw new FetchError('too-large', `The answer has more than ${limits.bytes} bytes.`);
      chunks.push(chunk);
    }
  } catch (error) {
    // A connection that broke off, or a compressed stream that is cut: what came is worth reading.
    if (error instanceof FetchError || deadline.aborted) throw error;
    complete = false;
  } finally {
    response.destroy();
  }
  return { bytes: Buffer.concat(chunks), complete };
}

function decompress(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const stream =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : undefined;
  if (stream === undefined) return response;
  response.on('error', (error) => stream.destroy(error));
  return response.pipe(stream);
}
