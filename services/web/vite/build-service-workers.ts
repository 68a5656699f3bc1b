import { build, type ResolvedConfig } from 'vite';
import type { PageFile } from './list-page-files.ts';

/** The worker, and the one that the API serves in its place to take it off every phone; each by the source it is made of. */
const workers = {
  'service-worker.js': 'src/service-worker/service-worker.ts',
  'service-worker-off.js': 'src/service-worker/service-worker-off.ts',
};

/**
 * Builds each worker into one classic script without a hash in its name: browsers look at that very address for a newer
 * one, and a script that imports nothing is compared as a whole.
 */
export async function buildServiceWorkers(
  root: string,
  { outDir, target }: ResolvedConfig['build'],
  pageFiles: readonly PageFile[],
): Promise<void> {
  for (const [name, input] of Object.entries(workers)) {
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'warn',
      define: { 'process.env.NODE_ENV': '"production"', __PAGE_FILES__: JSON.stringify(pageFiles) },
      build: {
        outDir,
        target,
        emptyOutDir: false,
        modulePreload: false,
        rolldownOptions: { input, output: { format: 'iife', entryFileNames: name, codeSplitting: false } },
      },
    });
  }
}
