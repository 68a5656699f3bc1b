/** Whether a text holds a planted secret: as it is, in hexadecimal, in base64 at any offset, or percent-encoded. */
export function findSecret(text: string, secret: string): boolean {
  const bytes = Buffer.from(secret);
  const inBase64 = [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    // The characters at the two ends also carry bits of what stands beside the secret.
    const inner = (encoded: string) =>
      encoded.slice(Math.ceil((offset * 8) / 6), Math.floor((shifted.byteLength * 8) / 6));
    return [inner(shifted.toString('base64')), inner(shifted.toString('base64url'))];
  });
  const forms = [secret, bytes.toString('hex'), encodeURIComponent(secret), ...inBase64];
  return forms.some((form) => text.toLowerCase().includes(form.toLowerCase()));
}
