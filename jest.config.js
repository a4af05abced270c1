const common = {
  rootDir: __dirname,
  // The examples import the package by its name.
  moduleNameMapper: { '^cdk8s-autoscaled-ml-app$': '<rootDir>/lib' },
  snapshotResolver: '<rootDir>/test/snapshot-resolver.js',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};

/** Three suites, each with its own command: CONTRIBUTING.md says what each needs. */
module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/cluster/', '<rootDir>/test/package/'],
    },
    { ...common, displayName: 'package', testMatch: ['<rootDir>/test/package/**/*.test.ts'] },
    {
      ...common,
      displayName: 'cluster',
      testMatch: ['<rootDir>/test/cluster/**/*.test.ts'],
      globalSetup: '<rootDir>/test/cluster/global-setup.ts',
      globalTeardown: '<rootDir>/test/cluster/global-teardown.ts',
    },
  ],
};
