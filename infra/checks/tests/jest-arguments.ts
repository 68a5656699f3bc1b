import { fileURLToPath } from 'node:url';

export type JestChoice = {
  configFile: string;
  /** Regular expressions over the paths of test files; none means all. */
  patterns: readonly string[];
  /** Jest's own report as well. */
  verbose: boolean;
};

/** How jest is started so that its results come to us and nothing else is printed. */
export function jestArguments({ configFile, patterns, verbose }: JestChoice): string[] {
  return [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    `--config=${configFile}`,
    `--reporters=${fileURLToPath(new URL('send-results.reporter.ts', import.meta.url))}`,
    ...(verbose ? ['--verbose', '--reporters=default'] : []),
    // On two cores: tests wait for databases, browsers and locks about as long as they compute.
    '--maxWorkers=3',
    '--no-watchman',
    '--passWithNoTests',
    // A snapshot that is missing is a failure, not a reason to write one.
    '--ci',
    ...patterns,
  ];
}
