/** Hands a text to the phone's own share menu, else to the clipboard. Tells which of them took it. */
export async function shareReceipt(text: string): Promise<'shared' | 'copied' | 'neither'> {
  if ('share' in navigator) {
    try {
      await navigator.share({ text });
      return 'shared';
    } catch (error) {
      // Who closed the menu does not want it elsewhere.
      if (error instanceof DOMException && error.name === 'AbortError') return 'neither';
    }
  }
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'neither';
  }
}
