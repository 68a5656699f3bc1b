import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type ResolvedConfig, type Rolldown } from 'vite';
import { linkEarlyFiles } from './link-early-files.ts';
import { listPageFiles, type PageFile } from './list-page-files.ts';

/** Builds capture.html and everything that it ever loads. Returns what has to be on the phone for it to open offline. */
export async function buildCapturePage(root: string, options: ResolvedConfig['build']): Promise<PageFile[]> {
  const { outDir, target, assetsInlineLimit } = options;
  const built = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [react(), linkEarlyFiles()],
    worker: { format: 'es' },
    build: {
      outDir,
      target,
      assetsInlineLimit,
      emptyOutDir: false,
      rolldownOptions: {
        input: 'capture.html',
        // Everything that the page needs to start, in one file, also what a part that is loaded late needs too: on a weak
        // signal each further file costs more than its bytes.
        output: { codeSplitting: { groups: [{ name: 'start', test: /capture-main\.tsx$/ }] } },
      },
    },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return listPageFiles(
    output.map((file: Rolldown.OutputChunk | Rolldown.OutputAsset) => file.fileName),
    join(root, 'public'),
    outDir,
  );
}
