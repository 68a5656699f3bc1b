import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HashSecretly } from './hash-secretly.ts';
import type { SignInParts } from './sign-in-parts.ts';

type Parts = Pick<SignInParts, 'hashSecretly' | 'publicUrl'>;

/** As long as browsers keep a cookie. */
const maxAgeSeconds = 400 * 24 * 60 * 60;

const shape = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * The device that a request comes from, as the database knows it, or null without a cookie of ours. It says nothing about who
 * somebody is; it only tells a device that signed in before from one that didn't (promise TP-13: security).
 */
export function readDevice(request: FastifyRequest, { hashSecretly, publicUrl }: Parts): string | null {
  const name = cookieName(publicUrl);
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() !== name) continue;
    const [, id, signature] = shape.exec(pair.slice(at + 1).trim()) ?? [];
    if (id !== undefined && signature !== undefined && equal(signature, sign(id, hashSecretly))) {
      return hashSecretly('device', id);
    }
  }
  return null;
}

/** Gives the device a cookie of its own, the same for everybody who signs in on it; answers how the database knows it. */
export function nameDevice(reply: FastifyReply, { hashSecretly, publicUrl }: Parts): string {
  const id = randomBytes(16).toString('base64url');
  const secure = isSecure(publicUrl) ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${cookieName(publicUrl)}=${id}.${sign(id, hashSecretly)}; Max-Age=${maxAgeSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`,
  );
  return hashSecretly('device', id);
}

function sign(id: string, hashSecretly: HashSecretly): string {
  return hashSecretly('device cookie', id);
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function cookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Secure-ticket-pros.device' : 'ticket-pros.device';
}

function isSecure(publicUrl: string): boolean {
  return new URL(publicUrl).protocol === 'https:';
}
