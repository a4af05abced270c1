const { join, relative, sep } = require('node:path');

const snapshots = join(__dirname, '..', '__snapshots__');

/** Keeps the snapshots in the top-level folder: test/unit/a.test.ts has __snapshots__/unit/a.test.ts.snap. */
module.exports = {
  resolveSnapshotPath: (testPath, extension) => join(snapshots, relative(__dirname, testPath)) + extension,
  resolveTestPath: (snapshotPath, extension) =>
    join(__dirname, relative(snapshots, snapshotPath).slice(0, -extension.length)),
  testPathForConsistencyCheck: join(__dirname, 'unit', 'example.test.ts'.split('/').join(sep)),
};
