import type { BrowserContext } from 'playwright-core';

/** What happened in a visit, over all its pages. */
export type Records = {
  /** Address of every request and WebSocket, pictures and scripts included. */
  requests: string[];
  /** Every `set-cookie` that came back, as it came. */
  cookies: Promise<string[]>[];
  /** What a browser's console shows in red, and errors that nobody caught: `401 /v1/me`, or the words of the error. */
  complaints: string[];
};

/** Begins to record what happens in a browser's profile. */
export function recordVisit(context: BrowserContext): Records {
  const records: Records = { requests: [], cookies: [], complaints: [] };
  context.on('request', (request) => records.requests.push(request.url()));
  context.on('response', (response) => {
    const headers = response
      .headersArray()
      .then((all) => all.filter(({ name }) => name.toLowerCase() === 'set-cookie'));
    records.cookies.push(headers.then((found) => found.map(({ value }) => value)).catch(() => []));
  });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const refused = /status of (\d{3})/.exec(message.text())?.[1];
    const { url } = message.location();
    records.complaints.push(refused === undefined ? message.text() : `${refused} ${new URL(url).pathname}`);
  });
  context.on('weberror', (error) => records.complaints.push(String(error.error())));
  context.on('page', (page) => page.on('websocket', (socket) => records.requests.push(socket.url())));
  return records;
}
