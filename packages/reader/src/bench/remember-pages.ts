import type { PageText, TextEngine } from '../text/text-engine.ts';

/** An engine that reads each page of an image once, however often the image is read. `turnTo` says which image comes next. */
export type RememberingEngine = TextEngine & { turnTo: (image: string) => void };

/** Lets the same images be read with more and more forms without recognizing their text each time. */
export function rememberPages(engine: TextEngine): RememberingEngine {
  const remembered = new Map<string, Promise<PageText>>();
  let image = '';
  let page = 0;
  return {
    get name() {
      return engine.name;
    },
    get version() {
      return engine.version;
    },
    turnTo(next) {
      image = next;
      page = 0;
    },
    readPage(photo, ...rest) {
      const key = `${image}, page ${page++}`;
      const text = remembered.get(key) ?? engine.readPage(photo, ...rest);
      remembered.set(key, text);
      return text;
    },
    close: () => engine.close(),
  };
}
