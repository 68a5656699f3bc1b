export type StaticCheck = {
  name: string;
  /** Script and arguments, relative to the project's folder. */
  args: string[];
};

const tsc = 'node_modules/typescript/bin/tsc';

/** What has to hold before a single test runs; the slowest first. */
export const staticChecks: readonly StaticCheck[] = [
  { name: 'types of the web app', args: [tsc, '--noEmit', '-p', 'services/web'] },
  { name: 'types of everything else', args: [tsc, '--noEmit'] },
  {
    name: 'layers and cycles',
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      'infra/checks/layers.cjs',
      '--output-type',
      'err-long',
      ...['services', 'packages', 'infra', 'e2e'],
    ],
  },
  {
    name: 'lint and format',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=20'],
  },
  { name: 'names', args: ['infra/checks/names/check-names.ts'] },
];
