/**
 * A container's health check: `node check-health.mjs <address>` ends with 0 when the address answers with success
 * within ten seconds, otherwise with 1 and what it heard. The slim Node image has no curl.
 */
const [address] = process.argv.slice(2);
try {
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
} catch (error) {
  console.error(String(error.cause ?? error));
  process.exit(1);
}
