import {
  ipAddressFault,
  ipRangeFault,
  isInRange,
  isIpv4,
  parseIpAddress,
  parseIpRange,
} from '../../lib/rules/ip-address';

const SLOPPY = 35;
const STRICT = 36;

test.each([
  '10.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '1::',
  '2001:DB8::A',
  '0001:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7::',
  '::2:3:4:5:6:7:8',
  '1:2:3:4:5:6:10.0.0.1',
  '64:ff9b::10.0.0.1',
])('%j is an address', (text) => {
  expect(ipAddressFault(text, SLOPPY)).toBeUndefined();
  expect(ipAddressFault(text, STRICT)).toBeUndefined();
});

test.each([
  '',
  ' 10.0.0.1',
  '10.0.0',
  '10.0.0.1.1',
  '10.0.0.256',
  '10.0.0.-1',
  '10.0.0.1/32',
  '0x10.0.0.1',
  'model.example.com',
  ':::',
  '::1::',
  ':1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1::2:3:4:5:6:7:8',
  '12345::',
  'g::',
  'fe80::1%eth0',
  '10.0.0.1::',
])('%j is none', (text) => {
  expect(ipAddressFault(text, SLOPPY)).toBe('must be an IP address');
  expect(ipAddressFault(text, STRICT)).toBe('must be an IP address');
});

test.each([
  ['010.0.0.1', 'must have no leading zeros'],
  ['64:ff9b::010.0.0.1', 'must have no leading zeros'],
  ['00001::', 'must have no leading zeros'],
  ['::ffff:10.0.0.1', 'must be an IPv4 address written as one'],
])('%j is an address until Kubernetes 1.35: since then it %s', (text, must) => {
  expect(ipAddressFault(text, SLOPPY)).toBeUndefined();
  expect(ipAddressFault(text, STRICT)).toBe(must);
});

test.each(['10.0.0.0/8', '0.0.0.0/0', '10.0.0.1/32', '::/0', 'fd00::/8', '2001:db8::1/128'])(
  '%j is a range',
  (text) => {
    expect(ipRangeFault(text, SLOPPY)).toBeUndefined();
    expect(ipRangeFault(text, STRICT)).toBeUndefined();
  },
);

test.each(['', '10.0.0.0', '/8', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', '10.0.0.0/8 ', '::/129'])(
  '%j is no range',
  (text) => {
    expect(ipRangeFault(text, SLOPPY)).toBe('must be an IP range in CIDR notation');
    expect(ipRangeFault(text, STRICT)).toBe('must be an IP range in CIDR notation');
  },
);

test.each([
  ['10.0.0.1/8', 'must have no bits set behind its prefix'],
  ['fd00::1/8', 'must have no bits set behind its prefix'],
  ['10.0.0.0/08', 'must have no leading zeros'],
  ['010.0.0.0/8', 'must have no leading zeros'],
  ['::ffff:10.0.0.0/104', 'must be an IPv4 range written as one'],
])('%j is a range until Kubernetes 1.35: since then it %s', (text, must) => {
  expect(ipRangeFault(text, SLOPPY)).toBeUndefined();
  expect(ipRangeFault(text, STRICT)).toBe(must);
});

test.each([
  ['10.1.2.3', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['10.0.0.0', '0.0.0.0/0', true],
  ['10.0.0.0', '::/0', false],
  ['::1', '0.0.0.0/0', false],
  ['fd12::1', 'fd00::/8', true],
  ['fe12::1', 'fd00::/8', false],
  ['::ffff:10.1.2.3', '10.0.0.0/8', true],
])('%s in %s: %s', (address, range, expected) => {
  expect(
    isInRange(parseIpAddress(address) ?? 0n, parseIpRange(range) ?? { first: 0n, prefixLength: 0, fixedBits: 0 }),
  ).toBe(expected);
});

test('an address of IPv4 is one however it is written', () => {
  expect(['10.0.0.1', '::ffff:10.0.0.1', '::10.0.0.1'].map((text) => isIpv4(parseIpAddress(text) ?? 0n))).toEqual([
    true,
    true,
    false,
  ]);
});
