import { toString as toText } from 'qrcode';

/** A QR code of an address, in characters for a terminal. */
export function drawQrCode(address: string): Promise<string> {
  return toText(address, { type: 'terminal', small: true, errorCorrectionLevel: 'L' });
}
