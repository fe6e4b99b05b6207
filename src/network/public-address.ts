import { isIPv4, isIPv6 } from 'node:net';

/** IPv4 blocks that are not of the public Internet. Source: IANA's registry of special-purpose addresses (RFC 6890). */
const SPECIAL_IPV4: readonly (readonly [base: string, bits: number])[] = Object.freeze([
  ['0.0.0.0', 8], // "this network"; Linux connects 0.0.0.0 to the machine itself
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carriers' shared space; cloud providers' metadata lives here too
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local; 169.254.169.254 hands out a cloud machine's credentials
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays, deprecated
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 3], // multicast, reserved, broadcast
]);

/** Within 2000::/3, the only space of IPv6 that is routed publicly, what is not. Groups as numbers, from the left. */
const SPECIAL_IPV6: readonly (readonly [groups: readonly number[], bits: number])[] = Object.freeze([
  [[0x2001, 0x0000], 23], // protocol assignments, Teredo among them, which holds an IPv4 address
  [[0x2001, 0x0db8], 32], // documentation
  [[0x2002], 16], // 6to4: holds an IPv4 address
  [[0x3fff, 0x0000], 20], // documentation
]);

/**
 * Whether an IP address is one of the public Internet: neither private, loopback, link-local, shared, reserved, multicast
 * or for documentation, nor an IPv6 form of such an IPv4 address. Anything that is not an address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL_IPV4.some(([base, bits]) => isInBlock(address, base, bits));
  // A zone ("fe80::1%eth0") is for link-local addresses only.
  if (!isIPv6(address) || address.includes('%')) return false;
  const groups = readIPv6(address);
  const embedded = embeddedIPv4(groups);
  if (embedded !== undefined) return isPublicAddress(embedded);
  if (groups[0]! >> 13 !== 0b001) return false;
  return !SPECIAL_IPV6.some(([block, bits]) => startsWithBits(groups, block, bits));
}

function isInBlock(address: string, base: string, bits: number): boolean {
  const mask = 2 ** (32 - bits);
  return Math.floor(ipv4Number(address) / mask) === Math.floor(ipv4Number(base) / mask);
}

function ipv4Number(address: string): number {
  return address.split('.').reduce((number, octet) => number * 256 + Number(octet), 0);
}

/** The eight groups of a valid address. */
function readIPv6(address: string): readonly number[] {
  const dotted = /[^:]*\.[^:]*$/.exec(address)?.[0];
  const hex =
    dotted === undefined
      ? address
      : address.slice(0, -dotted.length) +
        [ipv4Number(dotted) >>> 16, ipv4Number(dotted) & 0xffff].map((group) => group.toString(16)).join(':');
  const [left = '', right] = hex.split('::');
  const groupsOf = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  if (right === undefined) return groupsOf(left);
  const [first, last] = [groupsOf(left), groupsOf(right)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

/** ::ffff:a.b.c.d (mapped), ::ffff:0:a.b.c.d (translated) and 64:ff9b::a.b.c.d (NAT64) reach an IPv4 address. */
function embeddedIPv4(groups: readonly number[]): string | undefined {
  const isForm = (form: readonly number[]) => form.every((group, index) => groups[index] === group);
  const reaches =
    isForm([0, 0, 0, 0, 0, 0xffff]) || isForm([0, 0, 0, 0, 0xffff, 0]) || isForm([0x64, 0xff9b, 0, 0, 0, 0]);
  if (!reaches) return undefined;
  const [high, low] = [groups[6]!, groups[7]!];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function startsWithBits(groups: readonly number[], block: readonly number[], bits: number): boolean {
  for (let bit = 0; bit < bits; bit += 16) {
    const shift = Math.max(0, 16 - (bits - bit));
    if (groups[bit / 16]! >> shift !== (block[bit / 16] ?? 0) >> shift) return false;
  }
  return true;
}
