// Which way imports point. The drawing is in CONTRIBUTING.md; every rule here is an arrow there that must not turn round.
// Run it after a build: other packages are seen through the entry points in their dist folders.

/** What each room of core may import besides itself. A new room needs a line here. */
const foundation = ['model', 'errors'];
const arithmetic = ['time', 'stats', 'history', 'report'];
const calculators = ['sla', 'csat', 'escalations', 'volume', 'attention', 'anomaly', 'patterns', 'correlation'];
const conclusions = ['summaries', 'alerts', 'questions'];

const coreRooms = {
  ...each(foundation, foundation),
  ...each(arithmetic, [...foundation, ...arithmetic]),
  ...each(calculators, [...foundation, ...arithmetic]),
  ...each(conclusions, [...foundation, ...arithmetic, ...calculators, ...conclusions]),
  matching: [...foundation, 'time'],
  connectors: [...foundation, 'time'],
  api: foundation,
  simulators: [...foundation, 'time', 'connectors'],
  testing: [...foundation, ...arithmetic, ...calculators, ...conclusions, 'matching', 'connectors', 'api'],
};

/** Tests and what only they read may import from any room of their own package. */
const tests = String.raw`(\.(test|bench|stories)\.tsx?$|/__fixtures__/)`;

/** Any package of ours; by name if it is an inner path that the package does not publish. */
const anyPackage = '^(@cscx/|packages/[^/]+/dist/)';

const resultTypeRooms = [...calculators, ...conclusions];

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types count too: a cycle of types is as hard to read.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },

    ...Object.entries(coreRooms).map(([room, allowed]) => ({
      name: `core-${room}`,
      comment: `core/src/${room} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing'} and itself.`,
      severity: 'error',
      from: { path: `^packages/core/src/${room}/`, pathNot: tests },
      to: {
        path: '^packages/core/src/',
        pathNot: `^packages/core/src/(${[room, ...allowed, ...(room === 'api' ? resultTypeRooms : [])].join('|')})/`,
      },
    })),
    {
      name: 'core-api-result-types',
      comment: 'The wire schema may name the type of a result, but does not run what computes it.',
      severity: 'error',
      from: { path: '^packages/core/src/api/', pathNot: tests },
      to: { path: `^packages/core/src/(${resultTypeRooms.join('|')})/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-unknown-room',
      comment: 'A folder of core that has no place among the arrows: add it to .dependency-cruiser.js.',
      severity: 'error',
      from: { path: `^packages/core/src/(?!(${Object.keys(coreRooms).join('|')})/)[^/]+/` },
      to: {},
    },
    {
      name: 'core-entry-is-light',
      comment: 'A browser that imports the main entry gets no connector, no list of domains and no test suite.',
      severity: 'error',
      from: { path: String.raw`^packages/core/src/[^/]+\.ts$`, pathNot: tests },
      to: { path: '^packages/core/src/(connectors|matching|simulators|testing)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-vendors-apart',
      comment:
        'A connector is a folder that can be copied: it knows the contract and connectors/shared, no other vendor.',
      severity: 'error',
      from: { path: '^packages/core/src/connectors/([^/]+)/' },
      to: {
        path: '^packages/core/src/connectors/[^/]+/',
        pathNot: '^packages/core/src/connectors/($1|shared|__fixtures__)/',
      },
    },
    {
      name: 'core-shared-knows-no-vendor',
      severity: 'error',
      from: { path: '^packages/core/src/connectors/(shared/|[^/]+[.]ts$)', pathNot: [tests, 'connectors/index[.]ts$'] },
      to: { path: '^packages/core/src/connectors/(?!shared/)[^/]+/' },
    },
    {
      name: 'core-runs-anywhere',
      comment: 'Core runs in a browser, an edge worker and Node: no Node built-ins.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'react-only-in-widgets',
      severity: 'error',
      from: { path: '^packages/(core|client|server)/' },
      to: { path: String.raw`(^|/node_modules/)(@types/)?react(-dom)?(/|$)` },
    },

    {
      name: 'published-entries-only',
      comment: 'The package does not publish this path, or has not been built, or is not among the dependencies.',
      severity: 'error',
      from: {},
      to: { path: '^@cscx/' },
    },
    {
      name: 'no-inner-paths',
      comment: "Another package's files are reached through the entry points it publishes.",
      severity: 'error',
      from: { path: '^(packages/[^/]+|examples/[^/]+)/' },
      to: { path: '^(packages|examples)/', pathNot: ['^$1/', String.raw`^packages/[^/]+/(dist/|package\.json$)`] },
    },
    {
      name: 'client-imports-core-and-its-api',
      severity: 'error',
      from: { path: '^packages/client/src/', pathNot: tests },
      to: { path: anyPackage, pathNot: entries('core', ['', 'api']) },
    },
    {
      name: 'widgets-import-client-and-core',
      severity: 'error',
      from: { path: '^packages/widgets/src/', pathNot: tests },
      to: { path: anyPackage, pathNot: [...entries('client', ['', 'operations']), ...entries('core', ['', 'api'])] },
    },
    {
      name: 'widgets-take-types-of-operations',
      comment: 'A host that shows no operations does not load their client.',
      severity: 'error',
      from: { path: '^packages/widgets/src/', pathNot: tests },
      to: { path: entries('client', ['operations']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'widgets-take-types-from-core',
      comment: 'A widget never recomputes a metric.',
      severity: 'error',
      from: { path: '^packages/widgets/src/', pathNot: tests },
      to: { path: entries('core', ['', 'api']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-imports-core',
      severity: 'error',
      from: { path: '^packages/server/src/', pathNot: tests },
      to: {
        path: anyPackage,
        pathNot: entries('core', ['', 'api', 'connectors', 'connectors/[^/]+', 'matching', 'simulators']),
      },
    },
    {
      name: 'connectors-are-called-from-sync',
      comment: 'Only what fetches or imports tickets knows that vendors exist.',
      severity: 'error',
      from: {
        path: '^(packages|examples)/',
        pathNot: [
          tests,
          '^packages/core/',
          '^packages/server/(bench|crash|src/(sync|imports|webhooks|cli|demo))/',
          '^examples/custom-connector/',
        ],
      },
      to: { path: entries('core', ['connectors', 'connectors/[^/]+']) },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^packages/', pathNot: [tests, '^packages/[^/]+/src/testing/', '^packages/server/(bench|crash)/'] },
      to: { path: entries('core', ['testing']) },
    },
    {
      name: 'simulators-are-for-tests-and-the-demo',
      severity: 'error',
      from: {
        path: '^(packages|examples)/',
        pathNot: [tests, '^packages/core/', '^packages/server/(bench|crash|src/demo)/'],
      },
      to: { path: entries('core', ['simulators']) },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};

function each(rooms, allowed) {
  return Object.fromEntries(rooms.map((room) => [room, allowed.filter((other) => other !== room)]));
}

/** The files behind a package's entry points. */
function entries(packageName, subpaths) {
  return subpaths.map(
    (subpath) => String.raw`^packages/${packageName}/dist/${subpath && `${subpath}/`}index\.(js|d\.ts)$`,
  );
}
