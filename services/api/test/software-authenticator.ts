import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Options = { challenge: string };
type Wishes = {
  origin: string;
  rpId: string;
  /** Whether it checks that its owner is there, by finger, face or PIN. */
  verifiesUser?: boolean;
};

/** For tests: a passkey of the WebAuthn standard in software: an ES256 key, attestation "none". */
export function makeAuthenticator({ origin, rpId, verifiesUser = true }: Wishes) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: 'webauthn.create' | 'webauthn.get', { challenge }: Options) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (flags: number, credential: Buffer = Buffer.alloc(0)) => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const rpIdHash = createHash('sha256').update(rpId).digest();
    return Buffer.concat([rpIdHash, Buffer.from([flags | userPresent]), count, credential]);
  };
  const answer = (options: Options, isVerified: boolean) => {
    const data = authenticatorData(isVerified ? userVerified : 0);
    const client = clientData('webauthn.get', options);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return {
      ...envelope,
      clientExtensionResults: {},
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      },
    };
  };
  const envelope = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' as const };

  return {
    /** What `navigator.credentials.create` would answer. */
    create: (options: Options) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const coseKey = cborMap([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey]);
      const attestation = cborMap([
        ['fmt', 'none'],
        ['attStmt', new Map<never, never>()],
        ['authData', authenticatorData(hasCredential | (verifiesUser ? userVerified : 0), credential)],
      ]);
      return {
        ...envelope,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    /** What `navigator.credentials.get` would answer. */
    get: (options: Options) => answer(options, verifiesUser),
    /** The same, in the hands of somebody who is not its owner. */
    getWithoutUser: (options: Options) => answer(options, false),
  };
}

const userPresent = 0x01;
const userVerified = 0x04;
const hasCredential = 0x40;

type Cbor = number | string | Buffer | Map<never, never>;

function cborMap(entries: readonly (readonly [number | string, Cbor])[]): Buffer {
  return Buffer.concat([cborHead(5, entries.length), ...entries.flatMap(([key, value]) => [cbor(key), cbor(value)])]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value]);
  return cborHead(5, 0);
}

function cborHead(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(kind << 5) | count]);
  if (count < 256) return Buffer.from([(kind << 5) | 24, count]);
  return Buffer.from([(kind << 5) | 25, count >> 8, count & 0xff]);
}
