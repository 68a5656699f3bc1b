/**
 * One command, two projects: `unit` (*.test.ts) and `integration` (*.it.test.ts, which start real parts). Browser tests
 * live in e2e/ and form the third.
 */
const shared = {
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
};

const withPostgres = {
  globalSetup: '<rootDir>/packages/testing/src/jest-global-setup.ts',
  globalTeardown: '<rootDir>/packages/testing/src/jest-global-teardown.ts',
};

export default {
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: ['<rootDir>/packages', '<rootDir>/services', '<rootDir>/infra'],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.it\\.test\\.ts$'],
    },
    {
      ...shared,
      ...withPostgres,
      displayName: 'integration',
      roots: ['<rootDir>/packages', '<rootDir>/services', '<rootDir>/infra'],
      testMatch: ['**/*.it.test.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      roots: ['<rootDir>/e2e'],
      testMatch: ['**/*.e2e.test.ts'],
    },
  ],
};
