import { type CertificateFiles, ensureCertificate } from '../phone/ensure-certificate.ts';
import { findNetworkAddress } from '../phone/find-network-address.ts';
import { trustCertificate } from '../phone/trust-certificate.ts';
import { choosePort } from '../processes/choose-port.ts';
import { StartError } from '../start-error.ts';

export type Addresses = {
  host: string;
  port: number;
  /** What browsers use. */
  publicUrl: string;
  /** What this machine uses, past any proxy. */
  localUrl: string;
  /** Where the worker answers about its health, on this machine alone. */
  workerUrl: string;
  /** For HTTPS on the local network; else null. */
  certificate: CertificateFiles | null;
};

type Wanted = { port: number; phone?: boolean; publicUrl?: string | undefined };

/**
 * Where the product listens and how it is called: on this machine alone or, for phones, on the local network over HTTPS,
 * because a phone's camera, crypto and service worker want a secure origin. Throws a StartError where the port is taken.
 */
export async function settleAddresses(wanted: Wanted, certificateFolder: string): Promise<Addresses> {
  const workerUrl = `http://127.0.0.1:${await choosePort(0, '127.0.0.1')}`;
  if (!wanted.phone) {
    const host = '127.0.0.1';
    const port = await choosePort(wanted.port, host);
    const publicUrl = wanted.publicUrl ?? `http://localhost:${port}`;
    return { host, port, publicUrl, localUrl: `http://${host}:${port}`, workerUrl, certificate: null };
  }
  const address = findNetworkAddress();
  if (address === undefined) {
    throw new StartError(
      'This machine is in no network, so that no phone can reach it. Connect it to the phone’s Wi-Fi.',
    );
  }
  const host = '0.0.0.0';
  const port = await choosePort(wanted.port, host);
  const certificate = await ensureCertificate(certificateFolder, address);
  await trustCertificate(certificate.certificateFile);
  const publicUrl = wanted.publicUrl ?? `https://${address}:${port}`;
  return { host, port, publicUrl, localUrl: `https://127.0.0.1:${port}`, workerUrl, certificate };
}
