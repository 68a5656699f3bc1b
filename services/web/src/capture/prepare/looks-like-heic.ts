const brands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** Whether these first bytes are those of a HEIF photo (ISO 14496-12 `ftyp` box, major brand of ISO 23008-12). */
export function looksLikeHeic(bytes: Uint8Array): boolean {
  const text = String.fromCharCode(...bytes.subarray(4, 12));
  return text.startsWith('ftyp') && brands.includes(text.slice(4));
}
