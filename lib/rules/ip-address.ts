/**
 * IP addresses and ranges (CIDR), as the API server reads them.
 *
 * Until Kubernetes 1.35 it reads them sloppily: '010.0.0.1' is 10.0.0.1, and '10.0.0.1/8' is 10.0.0.0/8.
 */

/** From this minor version on, an address must be written plainly (StrictIPCIDRValidation). */
const STRICT_SINCE = 36;

/** An address as a number of 128 bits; IPv4 stands in the last 32 of them, behind IPV4_PREFIX. */
export type IpAddress = bigint;

export interface IpRange {
  /** The first address. */
  readonly first: IpAddress;
  /** How many bits are fixed, as it is written: up to 32 or 128. */
  readonly prefixLength: number;
  /** The same of 128 bits. */
  readonly fixedBits: number;
}

const IPV4_PREFIX = 0xffffn;

/** What an address must be, where it is not. Mirrors IsValidIPForLegacyField. */
export function ipAddressFault(text: string, minor: number): string | undefined {
  if (parseIpAddress(text) === undefined) return 'must be an IP address';
  if (minor < STRICT_SINCE) return undefined;
  if (isMapped(text)) return 'must be an IPv4 address written as one';
  return hasLeadingZeros(text) ? 'must have no leading zeros' : undefined;
}

/** What a range must be, where it is not. Mirrors IsValidCIDRForLegacyField. */
export function ipRangeFault(text: string, minor: number): string | undefined {
  const range = parseIpRange(text);
  if (range === undefined) return 'must be an IP range in CIDR notation';
  if (minor < STRICT_SINCE) return undefined;
  const [address = '', length = ''] = text.split('/');
  if (isMapped(address)) return 'must be an IPv4 range written as one';
  if (hasLeadingZeros(address) || /^0\d/.test(length)) return 'must have no leading zeros';
  return parseIpAddress(address) === range.first ? undefined : 'must have no bits set behind its prefix';
}

export function parseIpAddress(text: string): IpAddress | undefined {
  const [separator] = /[.:]/.exec(text) ?? [];
  return separator === '.' ? parseIpv4(text) : separator === ':' ? parseIpv6(text) : undefined;
}

export function parseIpRange(text: string): IpRange | undefined {
  const [address = '', length = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^\d+$/.test(length)) return undefined;
  const value = parseIpAddress(address);
  const bits = address.includes(':') ? 128 : 32;
  if (value === undefined || Number(length) > bits) return undefined;
  const prefixLength = Number(length);
  const fixedBits = 128 - bits + prefixLength;
  return { first: startOf(value, fixedBits), prefixLength, fixedBits };
}

export function isIpv4(address: IpAddress): boolean {
  return address >> 32n === IPV4_PREFIX;
}

export function isInRange(address: IpAddress, { first, fixedBits }: IpRange): boolean {
  return isIpv4(address) === isIpv4(first) && startOf(address, fixedBits) === first;
}

function startOf(address: IpAddress, fixedBits: number): IpAddress {
  const free = BigInt(128 - fixedBits);
  return (address >> free) << free;
}

function parseIpv4(text: string): IpAddress | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => /^\d+$/.test(octet) && Number(octet) <= 255)) return undefined;
  return (IPV4_PREFIX << 32n) | joined(octets.map(BigInt), 8n);
}

/** Groups of hexadecimal digits; '::' stands for at least one of zeros, and the last two may be an IPv4 address. */
function parseIpv6(text: string): IpAddress | undefined {
  const [before = '', after, ...rest] = text.split('::');
  if (rest.length > 0) return undefined;
  const head = groupsOf(before, after === undefined);
  const tail = groupsOf(after ?? '', true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  return joined([...head, ...Array<bigint>(missing).fill(0n), ...tail], 16n);
}

function groupsOf(text: string, isEnd: boolean): bigint[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const ipv4 = isEnd && groups.at(-1)?.includes('.') ? parseIpv4(groups.pop() ?? '') : 0n;
  if (ipv4 === undefined || !groups.every((group) => /^[0-9a-f]+$/i.test(group))) return undefined;
  const values = groups.map((group) => BigInt(`0x${group}`));
  if (values.some((value) => value > 0xffffn)) return undefined;
  return ipv4 === 0n ? values : [...values, (ipv4 >> 16n) & 0xffffn, ipv4 & 0xffffn];
}

function joined(parts: readonly bigint[], bits: bigint): bigint {
  return parts.reduce((whole, part) => (whole << bits) | part, 0n);
}

/** Whether an IPv6 address stands for one of IPv4: '::ffff:10.0.0.1'. */
function isMapped(text: string): boolean {
  const address = parseIpAddress(text);
  return address !== undefined && text.includes(':') && isIpv4(address);
}

/** In IPv6, a group of four digits may begin with one. */
function hasLeadingZeros(text: string): boolean {
  return text.split(/[:.]/).some((part) => part.length > 4) || /(^|[:.])0\d+(?=\.|$)/.test(ipv4PartOf(text));
}

function ipv4PartOf(text: string): string {
  const last = text.split(':').at(-1) ?? '';
  return last.includes('.') ? last : '';
}
