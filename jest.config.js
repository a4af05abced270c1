const common = {
  rootDir: __dirname,
  // Copies of the package, by its own name.
  modulePathIgnorePatterns: ['<rootDir>/build/jsii/', '<rootDir>/build/python/'],
  // The examples import the package by its name.
  moduleNameMapper: {
    '^cdk8s-autoscaled-ml-app$': '<rootDir>/lib',
    '^cdk8s-autoscaled-ml-app/preview$': '<rootDir>/lib/preview',
  },
  snapshotResolver: '<rootDir>/test/snapshot-resolver.js',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};

/** Suites, each with its own command: CONTRIBUTING.md says what each needs. */
module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts'],
      testPathIgnorePatterns: [
        '<rootDir>/test/browser/',
        '<rootDir>/test/cluster/',
        '<rootDir>/test/oracle/',
        '<rootDir>/test/package/',
      ],
    },
    { ...common, displayName: 'oracle', testMatch: ['<rootDir>/test/oracle/**/*.test.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
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
