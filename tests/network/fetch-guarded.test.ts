import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type FetchOptions, fetchGuarded } from '../../src/network/fetch-guarded.ts';

const limits = { bytes: 1000, ms: 5000, redirects: 2 };

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const answers: Record<string, Answer> = {
  '/plain': (response) => response.end('hello'),
  '/typed': (response) => response.setHeader('Content-Type', 'text/xml; charset=gbk').end('<a/>'),
  '/gzip': (response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync('hello')),
  '/br': (response) => response.setHeader('Content-Encoding', 'br').end(brotliCompressSync('hello')),
  '/bomb': (response) =>
    response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(10_000_000))),
  '/cut-gzip': (response) => {
    const whole = gzipSync('hello '.repeat(100), { level: 0 });
    response.setHeader('Content-Encoding', 'gzip').end(whole.subarray(0, whole.length - 50));
  },
  '/long': (response) => response.end('x'.repeat(1001)),
  '/endless': (response) => {
    const more = () => {
      if (response.write('x'.repeat(100))) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  },
  '/silent': () => {},
  '/broken': (response) => {
    response.setHeader('Content-Length', '100');
    response.write('first half');
    setTimeout(() => response.destroy(), 20);
  },
  '/missing': (response) => response.writeHead(404).end(),
  '/once': (response) => response.writeHead(301, { Location: '/plain' }).end(),
  '/mixed': (response) => response.writeHead(302, { Location: '/once' }).end(),
  '/loop': (response) => response.writeHead(302, { Location: '/loop' }).end(),
  '/nowhere': (response) => response.writeHead(302, { Location: 'http://[' }).end(),
  '/to-file': (response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
  '/method': (response, request) => response.end(request.method),
};

let server: Server;
let origin: string;
const asked: string[] = [];

before(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answers[request.url ?? '']?.(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, options: Partial<FetchOptions> = {}) =>
  fetchGuarded(origin + path, { limits, allowPrivate: true, ...options });

async function textOf(path: string): Promise<string> {
  const fetched = await get(path);
  assert.ok(fetched.ok);
  return Buffer.from(fetched.bytes).toString();
}

async function faultOf(path: string, options: Partial<FetchOptions> = {}): Promise<string> {
  const fetched = await get(path, options);
  assert.ok(!fetched.ok);
  assert.notEqual(fetched.message, '');
  return fetched.fault;
}

describe('fetchGuarded', () => {
  it('gives the bytes of an answer, and what they are', async () => {
    const fetched = await get('/typed');
    assert.ok(fetched.ok);
    assert.equal(fetched.contentType, 'text/xml; charset=gbk');
    assert.equal(Buffer.from(fetched.bytes).toString(), '<a/>');
    assert.equal(fetched.complete, true);
  });

  it('decompresses what is compressed', async () => {
    assert.equal(await textOf('/gzip'), 'hello');
    assert.equal(await textOf('/br'), 'hello');
  });

  it('counts decompressed bytes, so that a small answer can not become a large one', async () => {
    assert.equal(await faultOf('/bomb'), 'too-large');
  });

  it('stops reading at the limit', async () => {
    assert.equal(await faultOf('/long'), 'too-large');
    assert.equal(await faultOf('/endless'), 'too-large');
  });

  it('stops waiting at the limit', async () => {
    assert.equal(await faultOf('/silent', { limits: { ...limits, ms: 100 } }), 'timeout');
  });

  it('keeps what came of an answer that broke off', async () => {
    const fetched = await get('/broken');
    assert.ok(fetched.ok);
    assert.equal(Buffer.from(fetched.bytes).toString(), 'first half');
    assert.equal(fetched.complete, false);
    const cut = await get('/cut-gzip');
    assert.ok(cut.ok && !cut.complete);
  });

  it('names the status of a refusal', async () => {
    const fetched = await get('/missing');
    assert.ok(!fetched.ok);
    assert.deepEqual([fetched.fault, fetched.status], ['status', 404]);
  });

  it('follows redirects up to the limit, and says where an address has moved for good', async () => {
    const once = await get('/once');
    assert.ok(once.ok);
    assert.deepEqual([once.url, once.movedTo], [`${origin}/plain`, `${origin}/plain`]);
    const mixed = await get('/mixed');
    assert.ok(mixed.ok);
    assert.equal(mixed.movedTo, undefined);
    asked.length = 0;
    assert.equal(await faultOf('/loop'), 'too-many-redirects');
    assert.equal(asked.length, limits.redirects + 1);
    assert.equal(await faultOf('/nowhere'), 'status');
  });

  it('judges a redirect like the first address', async () => {
    assert.equal(await faultOf('/to-file'), 'not-http');
  });

  it('sends the method it is told', async () => {
    const head = await get('/method', { method: 'HEAD' });
    assert.ok(head.ok);
    assert.equal(head.bytes.length, 0);
    assert.equal(await textOf('/method'), 'GET');
  });

  it('refuses private addresses, in any spelling, without asking them', async () => {
    asked.length = 0;
    const { port } = server.address() as AddressInfo;
    for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '0', '[::1]', '[::ffff:127.0.0.1]', '127.1']) {
      const fetched = await fetchGuarded(`http://${host}:${port}/plain`, { limits });
      assert.ok(!fetched.ok);
      assert.equal(fetched.fault, 'private-address', host);
    }
    assert.deepEqual(asked, []);
  });

  it('refuses a name that stands for a private address, without asking it', async () => {
    asked.length = 0;
    const { port } = server.address() as AddressInfo;
    const fetched = await fetchGuarded(`http://localhost:${port}/plain`, { limits });
    assert.ok(!fetched.ok);
    assert.equal(fetched.fault, 'private-address');
    assert.match(fetched.message, /^localhost \((?:127\.0\.0\.1|::1)\)/);
    assert.deepEqual(asked, []);
  });

  it('connects to a name by the addresses that were judged', async () => {
    const { port } = server.address() as AddressInfo;
    const fetched = await fetchGuarded(`http://localhost:${port}/plain`, { limits, allowPrivate: true });
    assert.ok(fetched.ok);
  });

  it('asks nothing but http and https', async () => {
    for (const url of ['file:///etc/passwd', 'ftp://example.com/', 'data:,x', 'javascript:1', 'no address']) {
      const fetched = await fetchGuarded(url, { limits, allowPrivate: true });
      assert.ok(!fetched.ok);
      assert.equal(fetched.fault, 'not-http', url);
    }
  });

  it('says that a server is not there', async () => {
    const fetched = await fetchGuarded('http://127.0.0.1:9/', { limits, allowPrivate: true });
    assert.ok(!fetched.ok);
    assert.equal(fetched.fault, 'unreachable');
    // RFC 2606: a name that no resolver knows; without a network none is known either way.
    const nowhere = await fetchGuarded('http://nowhere.invalid/', { limits });
    assert.ok(!nowhere.ok && ['unknown-host', 'unreachable'].includes(nowhere.fault));
  });
});
