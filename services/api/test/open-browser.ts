import type { TestApi } from './start-test-api.ts';

export type Browser = {
  /** As fetch, with the address relative to the API; keeps cookies as a browser does. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** POST of JSON. */
  post: (path: string, body?: object) => Promise<Response>;
  cookies: Map<string, string>;
};

type Looks = {
  userAgent?: string;
  /** Where it stands in the network, for an API that believes one proxy. */
  address?: string;
};

/** For tests: somebody's browser, with cookies of its own. */
export function openBrowser(api: Pick<TestApi, 'url'>, { userAgent = 'a test', address }: Looks = {}): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('user-agent', userAgent);
    if (address !== undefined) headers.set('x-forwarded-for', address);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(api.url + path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };
  return {
    cookies,
    fetch: ask,
    post: (path, body = {}) =>
      ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  const isOver = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
  if (isOver) cookies.delete(name);
  else cookies.set(name, pair.slice(at + 1));
}
