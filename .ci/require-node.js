// Runs before anything is installed, on whatever Node the user has: keep it to syntax that Node 12 can read.
// On Linux x64 and arm64 the install brings its own Node 24 for every script; elsewhere the user's Node does the work.
const [major, minor] = process.versions.node.split('.').map(Number);
const bringsItsOwn = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
const isEnough = bringsItsOwn ? major >= 20 : major > 22 || (major === 22 && minor >= 18);

if (!isEnough) {
  console.error(
    `Node ${process.versions.node} is too old: ` +
      (bringsItsOwn
        ? 'version 20 or newer is needed.'
        : `on ${process.platform}-${process.arch} version 22.18 or newer is needed, 24 is best.`),
  );
  process.exit(1);
}
