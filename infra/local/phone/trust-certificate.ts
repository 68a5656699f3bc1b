import { readFile } from 'node:fs/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Makes this process, and no other, trust our own certificate, so that the starter can talk to its own API over HTTPS. */
export async function trustCertificate(certificateFile: string): Promise<void> {
  setDefaultCACertificates([...getCACertificates(), await readFile(certificateFile, 'utf8')]);
}
