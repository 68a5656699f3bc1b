import { isIPv6 } from 'node:net';

/**
 * What tries are counted by as one address. A house has one of IPv4, and of IPv6 a whole /64, whose end it can change at will.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped?.[1] !== undefined) return mapped[1];
  // As the URL standard writes it: lower case, without leading zeros, and with at most one "::".
  const [before = '', after] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [head, tail] = [groups(before), groups(after ?? '')];
  const middle = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return `${[...head, ...middle, ...tail].slice(0, 4).join(':')}::/64`;
}
