/**
 * Which file may import which, for dependency-cruiser: `services → packages`, and between packages the arrows below.
 * TypeScript is read through the compiler that pnpm-workspace.yaml gives dependency-cruiser; workspace packages are
 * followed through their `exports` to the file that is meant, so that a cycle across packages is seen as well.
 */

/** Packages of the project that a package may import in production; one that is not named here may import any. */
const arrows = {
  contracts: [],
  config: [],
  'strip-metadata': [],
  process: [],
  reader: ['contracts'],
  db: ['contracts', 'config'],
  queue: ['contracts', 'config'],
  storage: ['contracts', 'config'],
  mail: ['contracts', 'config', 'db'],
};

/** Packages whose production code may use these npm packages and no others. */
const fewNpmPackages = { contracts: ['zod'], config: ['zod'], 'strip-metadata': [] };

/** Packages that run in the browser too, and so cannot use Node's own modules. */
const browserSafe = ['contracts', 'strip-metadata'];

/** Test code. `contract/` folders hold the suites that every implementation of a port has to pass. */
const tests = [
  '\\.test\\.tsx?$',
  '(^|/)test/',
  '^packages/(queue|storage)/src/contract/',
  '^packages/testing/',
  '^e2e/',
  '^infra/checks/',
];

/** What the project uses while it is built, and never while it runs. */
const buildFiles = ['vite\\.config\\.ts$', '^services/web/vite/'];

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    forbid('no-cycle', 'Files must not import each other in a circle.', {}, { circular: true }),
    forbid('no-missing-file', 'What is imported must exist.', {}, { couldNotResolve: true }),
    forbid(
      'no-service-from-service',
      'Services never import each other.',
      { path: '^services/([^/]+)/' },
      { path: '^services/', pathNot: '^services/$1/' },
    ),
    forbid(
      'no-service-from-elsewhere',
      'Only a service itself imports its files.',
      { pathNot: '^services/' },
      { path: '^services/' },
    ),
    ...Object.entries(arrows).map(([name, allowed]) =>
      forbid(
        `arrows-of-${name}`,
        `packages/${name} may import ${allowed.length === 0 ? 'no other package' : allowed.join(' and ')}.`,
        { path: `^packages/${name}/`, pathNot: tests },
        { path: '^packages/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
      ),
    ),
    ...Object.entries(fewNpmPackages).map(([name, allowed]) =>
      forbid(
        `few-npm-packages-in-${name}`,
        `packages/${name} may use ${allowed.length === 0 ? 'no npm package' : `only ${allowed.join(', ')}`}.`,
        { path: `^packages/${name}/`, pathNot: tests },
        { path: 'node_modules/', pathNot: allowed.map((dependency) => `node_modules/${dependency}/`) },
      ),
    ),
    forbid(
      'browser-safe',
      'These packages run in the browser too.',
      { path: `^packages/(${browserSafe.join('|')})/`, pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'no-tests-in-production',
      'Production code imports neither packages/testing nor test code.',
      { pathNot: tests },
      { path: tests },
    ),
    forbid(
      'no-relative-path-between-packages',
      'Another package is imported by its name.',
      { path: '^(packages|services)/([^/]+)/' },
      { path: '^(packages|services|infra|e2e)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    ),
    forbid(
      'no-relative-path-out-of-infra-or-e2e',
      'Another package is imported by its name.',
      { path: '^(infra|e2e)/' },
      { path: '^(packages|services|infra|e2e)/', pathNot: '^$1/', dependencyTypes: ['local'] },
    ),
    forbid(
      'no-dev-dependency-in-production',
      'Images are built without devDependencies; move the package to dependencies.',
      { pathNot: [...tests, ...buildFiles] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-optional', 'type-only'] },
    ),
    forbid(
      'no-undeclared-package',
      'The package is missing in the package.json beside the file.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    parser: 'tsc',
    // Imports of types count: they are arrows too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|fixtures)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
