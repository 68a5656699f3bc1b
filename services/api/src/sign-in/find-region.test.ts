import { expect, test } from '@jest/globals';
import { findRegion } from './find-region.ts';

test.each(['8.8.8.8', '2001:4860:4860::8888', '::ffff:8.8.8.8'])(
  'promise TP-14: a public address has a country and nothing more exact: %s',
  (address) => {
    expect(findRegion(address)).toBe('US');
  },
);

test.each(['127.0.0.1', '10.1.2.3', '192.168.0.7', '100.64.0.1', '::1', 'fe80::1%eth0', '', 'not an address'])(
  'an address of a private network, or none, has no region: %s',
  (address) => {
    expect(findRegion(address)).toBeNull();
  },
);
