import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isPublicAddress } from '../../src/network/public-address.ts';

const PUBLIC = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2400:da00::6666',
  '::ffff:1.1.1.1',
  '64:ff9b::101:101',
];

const NOT_PUBLIC = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b:1::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  'fc00::1',
  'fdff::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '5f00::1',
];

describe('isPublicAddress', () => {
  for (const address of PUBLIC)
    it(`lets ${address} pass`, () => assert.equal(isPublicAddress(address), true));
  for (const address of NOT_PUBLIC)
    it(`refuses ${address}`, () => assert.equal(isPublicAddress(address), false));

  it('refuses what is no address', () => {
    for (const text of ['', 'localhost', '1.1.1', '2130706433', 'example.com', '1.1.1.1 '])
      assert.equal(isPublicAddress(text), false);
  });

  it('judges an IPv4 address alike in its mapped form', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        assert.equal(isPublicAddress(`::ffff:${address}`), isPublicAddress(address));
      }),
    );
  });

  it('answers for every IPv6 address without throwing', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        assert.equal(typeof isPublicAddress(address), 'boolean');
      }),
    );
  });
});
