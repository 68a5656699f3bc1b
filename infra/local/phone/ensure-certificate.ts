import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export type CertificateFiles = { certificateFile: string; keyFile: string };

const dayMs = 24 * 60 * 60_000;

/**
 * A certificate of our own for this machine's address in the local network, kept in `folder` and made anew when the address changed
 * or it ends within a week. Phones warn about it once, because nobody but this machine vouches for it.
 */
export async function ensureCertificate(folder: string, address: string): Promise<CertificateFiles> {
  const certificateFile = join(folder, 'certificate.pem');
  const keyFile = join(folder, 'key.pem');
  if (await stillGood(certificateFile, keyFile, address)) return { certificateFile, keyFile };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = Date.now();
  const made = await generate([{ name: 'commonName', value: 'Ticket Pros on this machine' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now - dayMs),
    notAfterDate: new Date(now + 365 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: address },
        ],
      },
    ],
  });
  await writeFile(keyFile, made.private, { mode: 0o600 });
  await writeFile(certificateFile, made.cert);
  return { certificateFile, keyFile };
}

async function stillGood(certificateFile: string, keyFile: string, address: string): Promise<boolean> {
  try {
    await readFile(keyFile);
    const certificate = new X509Certificate(await readFile(certificateFile));
    const endsInMs = Date.parse(certificate.validTo) - Date.now();
    return certificate.checkIP(address) !== undefined && endsInMs > 7 * dayMs;
  } catch {
    return false;
  }
}
