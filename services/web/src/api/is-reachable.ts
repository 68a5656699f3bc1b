/** Whether our server can be reached at this moment, whatever the device believes of its connection. */
export async function isReachable(): Promise<boolean> {
  try {
    await fetch('/v1/server', { cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
