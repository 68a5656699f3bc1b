/** `npm start`: everything on this machine, from nothing. See --help. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { readStartSettings } from '@ticket-pros/config/start-settings';
import { openScreen } from '../terminal/open-screen.ts';
import { askBeforeReset } from './command-line/ask-before-reset.ts';
import { catchStop } from './command-line/catch-stop.ts';
import { drawWelcome } from './command-line/draw-welcome.ts';
import { explainError } from './command-line/explain-error.ts';
import { help, readArguments, type StartArguments } from './command-line/read-arguments.ts';
import { showLog } from './command-line/show-log.ts';
import { showSamples } from './command-line/show-samples.ts';
import { type Product, type ProductOptions, startProduct } from './start-product.ts';

const screen = openScreen(process.stdout, process.env);
try {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted.help) screen.line(help);
  else await start(wanted);
} catch (error) {
  screen.line(explainError(error));
  process.exitCode = 1;
}
process.disconnect?.();

async function start(wanted: StartArguments): Promise<void> {
  const settings = readStartSettings(process.env);
  const dataFolder = resolve(settings.DATA_FOLDER);
  const demo = settings.NODE_ENV !== 'production';
  if (wanted.reset && !wanted.yes && !(await askBeforeReset(dataFolder))) return screen.line('Nothing was deleted.');

  const stop = catchStop();
  const product = await startUnlessStopped(stop, {
    dataFolder,
    port: settings.PORT,
    demo,
    phone: wanted.phone,
    reset: wanted.reset,
    publicUrl: settings.PUBLIC_URL,
    authSecret: settings.AUTH_SECRET,
    onStep: (words) => (process.stdout.isTTY ? screen.progress : screen.line)(`${words} …`),
    say: (sentence) => screen.line(sentence),
    onLog: showLog(screen, wanted.verbose),
    signal: stop,
  });
  if (product === null) return screen.line('Stopped.');
  screen.line(
    await drawWelcome({ url: product.url, dataFolder, demoPassword: product.demoPassword, phone: wanted.phone }),
  );
  if (demo) tellFailure(stop, showSamples(product, screen));
  try {
    await Promise.race([once(stop, 'abort'), product.failed]);
  } finally {
    screen.progress('Stopping …');
    await product.stop();
  }
  screen.line('Stopped.');
}

/** The started product, or null where it was stopped before it ran. */
async function startUnlessStopped(stop: AbortSignal, options: ProductOptions): Promise<Product | null> {
  try {
    return await startProduct(options);
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  }
}

/** The product is of use without its samples: that they are missing is said, and sending them is tried at the next start. */
function tellFailure(stop: AbortSignal, samples: Promise<void>): void {
  samples.catch((error: unknown) => {
    if (!stop.aborted) screen.line(`The sample tickets could not be sent: ${explainError(error)}`);
  });
}
