/** Offprint's scripts and tests run on Node 24 (`node:sqlite`); the `node` package brings it. */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Offprint's tests need Node 24, and this is ${process.versions.node}. Run "npm ci" without --ignore-scripts: it brings Node 24 for the scripts.\n`,
  );
  process.exit(1);
}
