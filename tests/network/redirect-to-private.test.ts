import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fetchGuarded, type Network } from '../../src/network/fetch-guarded.ts';
import { isPublicAddress } from '../../src/network/public-address.ts';

const limits = { bytes: 1000, ms: 5000, redirects: 3 };

/** Answers of the resolver by name, one after the other; the last stays. */
const names: Record<string, readonly (readonly string[])[]> = {
  'public.example': [['127.0.0.1']],
  'loopback.example': [['127.0.0.2']],
  'intranet.example': [['10.0.0.5']],
  'metadata.example': [['169.254.169.254']],
  'six.example': [['::1']],
  'unique-local.example': [['fd00::1']],
  'mapped.example': [['::ffff:127.0.0.2']],
  'translated.example': [['64:ff9b::a00:5']],
  'either.example': [['127.0.0.1', '10.0.0.5']],
  // DNS rebinding: public when it is judged, private when it would be connected to.
  'rebinding.example': [['127.0.0.1'], ['10.0.0.5']],
};

/** A network in which the server of this test is the public Internet, and everything else is what it is. */
const resolved: string[] = [];
const network: Network = {
  isPublic: (address) => address === '127.0.0.1' || isPublicAddress(address),
  resolve: (hostname, _, answer) => {
    const earlier = resolved.filter((name) => name === hostname).length;
    resolved.push(hostname);
    const answers = names[hostname];
    if (answers === undefined) return;
    const addresses = answers[Math.min(earlier, answers.length - 1)]!;
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  },
};

let server: Server;
let port: number;
/** Host and path of each request. */
const asked: string[] = [];
let location = '';

before(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host?.replace(/:\d+$/, '')}${request.url}`);
    if (request.url === '/start') response.writeHead(302, { Location: location }).end();
    else if (request.url === '/hop') response.writeHead(302, { Location: '/start' }).end();
    else response.end('secret');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  resolved.length = 0;
});

const get = (host: string, path: string, own: Partial<typeof limits> = {}) =>
  fetchGuarded(`http://${host}:${port}${path}`, { limits: { ...limits, ...own }, network });

describe('fetchGuarded, led from a public host elsewhere', () => {
  it('follows to another public host', async () => {
    location = `http://public.example:${port}/page`;
    const fetched = await get('public.example', '/start');
    assert.ok(fetched.ok);
    assert.deepEqual(asked, ['public.example/start', 'public.example/page']);
  });

  for (const host of [
    ...['127.0.0.2', '10.0.0.5', '169.254.169.254', '192.168.1.1', '[::1]', '[fd00::1]', '[fe80::1]'],
    ...['[::ffff:10.0.0.5]', '[::ffff:a9fe:a9fe]', '[64:ff9b::7f00:2]'],
    // 10.0.0.5 and 127.0.0.2 as one number, in octal, in hexadecimal, and with parts left out
    ...['167772165', '0x0a000005', '012.0.0.5', '0177.0.0.2', '127.2', '0x7f.2', '10.5'],
    // full-width digits and dots, which URL folds
    ...['１０.０.０.５', '10。0。0。5'],
  ]) {
    it(`does not follow to ${host}`, async () => {
      location = encodeURI(`http://${host}:${port}/secret`).replaceAll('%5B', '[').replaceAll('%5D', ']');
      const fetched = await get('public.example', '/start');
      assert.ok(!fetched.ok);
      assert.equal(fetched.fault, 'private-address');
      assert.deepEqual(asked, ['public.example/start']);
    });
  }

  for (const host of Object.keys(names).filter((name) => !/^(?:public|rebinding)/.test(name))) {
    it(`does not follow to ${host}, which stands for ${names[host]!.flat().join(' and ')}`, async () => {
      location = `//${host}:${port}/secret`;
      const fetched = await get('public.example', '/start');
      assert.ok(!fetched.ok);
      assert.equal(fetched.fault, 'private-address');
      assert.match(fetched.message, new RegExp(`^${host} \\(`));
      assert.deepEqual(asked, ['public.example/start']);
    });
  }

  it('asks a resolver once for a connection, and connects to what was judged', async () => {
    const fetched = await get('rebinding.example', '/page');
    assert.ok(fetched.ok);
    assert.deepEqual(resolved, ['rebinding.example']);
  });

  it('judges a name anew for each connection, so that a redirect to itself gains nothing', async () => {
    location = '/secret';
    const fetched = await get('rebinding.example', '/start');
    assert.ok(!fetched.ok);
    assert.equal(fetched.fault, 'private-address');
    assert.deepEqual(asked, ['rebinding.example/start']);
  });

  it('counts every hop, whatever the host', async () => {
    location = `http://public.example:${port}/hop`;
    const fetched = await get('public.example', '/start');
    assert.ok(!fetched.ok);
    assert.equal(fetched.fault, 'too-many-redirects');
    assert.equal(asked.length, limits.redirects + 1);
  });

  it('does not wait for a resolver longer than for a server', async () => {
    location = `http://silent.example:${port}/`;
    const fetched = await get('public.example', '/start', { ms: 300 });
    assert.ok(!fetched.ok);
    assert.equal(fetched.fault, 'timeout');
    assert.deepEqual(resolved, ['public.example', 'silent.example']);
  });
});
