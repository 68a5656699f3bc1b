import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { drawQrCode } from './draw-qr-code.ts';
import { ensureCertificate } from './ensure-certificate.ts';

test('the certificate is for this address, is kept, and is made anew when the address changes', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'ticket-pros-certificate-'));
  const folder = join(parent, 'phone');
  try {
    const { certificateFile, keyFile } = await ensureCertificate(folder, '192.168.1.20');
    const first = await readFile(certificateFile, 'utf8');
    const certificate = new X509Certificate(first);
    expect(certificate.checkIP('192.168.1.20')).toBe('192.168.1.20');
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect((await stat(keyFile)).mode & 0o077).toBe(0);

    await ensureCertificate(folder, '192.168.1.20');
    expect(await readFile(certificateFile, 'utf8')).toBe(first);

    await ensureCertificate(folder, '192.168.1.21');
    expect(new X509Certificate(await readFile(certificateFile)).checkIP('192.168.1.21')).toBe('192.168.1.21');
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
});

test('a QR code is drawn for a terminal', async () => {
  expect((await drawQrCode('https://192.168.1.20:3000')).split('\n').length).toBeGreaterThan(10);
});
