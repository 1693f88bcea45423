// Who may import whom. Each rule is shown catching a planted violation in tools/rules/dependency-rules.spec.ts.

const swc = require('@swc/core');

// dependency-cruiser does not tell swc which files hold JSX; without it no screen of the console can be read.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('x') });

/** Core's folders from the bottom up: each may import those before it, through their index.ts only. */
const order = [
  'shared',
  'jobs',
  'history',
  'platform',
  'migrations',
  'organisation',
  'people',
  'calendar',
  'notices',
  'evidence',
  'criteria',
  'workflow',
  'tasks',
  'review-cycles',
  'submissions',
  'findings',
  'scoring',
  'follow-ups',
  'documents',
  'reorganisation',
  'audit',
  'overview',
  'operations',
  'product',
  'testing',
];

const anyOf = (names) => `(${names.join('|')})`;
const spec = '[.]spec[.]tsx?$';
const core = '^packages/core/src';
/** Where a package may be met: its own source, what was built of it, or its bare name where nothing is built. */
const workspace = (name) => `(^packages/${name}/|(^|/)@nhip/${name}(/|$))`;
const npm = (...names) => `(^|node_modules/)${anyOf(names)}(/|$)`;
const pure = `${core}/(shared|[^/]+/domain|criteria/formula)/`;

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** What the specs of any feature may use, though it stands above: they need a database and a unit of work. */
const forSpecs = ['platform', 'product', 'testing'];

const above = (feature) => order.slice(order.indexOf(feature) + 1);
const onlyDownwards = order
  .slice(0, -1)
  .flatMap((feature) => [
    error(
      `only-downwards/${feature}`,
      `${feature} stands below what it imports; see the order in docs/architecture.md`,
      { path: `${core}/${feature}/`, pathNot: spec },
      { path: `^packages/core/(src|dist)/${anyOf(above(feature))}/` },
    ),
    error(
      `only-downwards-in-specs/${feature}`,
      `a spec of ${feature} uses nothing above it but ${forSpecs.join(', ')}`,
      { path: `${core}/${feature}/.*${spec}` },
      { path: `${core}/${anyOf(above(feature))}/`, pathNot: `${core}/${anyOf(forSpecs)}/` },
    ),
  ]);

module.exports = {
  forbidden: [
    error('no-cycles', 'modules must not import each other in a circle', {}, { circular: true }),
    error(
      'resolvable',
      'the import leads nowhere',
      {},
      { couldNotResolve: true, pathNot: '(^|/)(@nhip|dist)/' },
    ),
    error(
      'declared-packages-only',
      'declare the package in the package.json of the workspace that imports it',
      { pathNot: '[.]config[.][cm]?[jt]s$' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    error(
      'no-development-packages-in-the-product',
      'a devDependency is not there in production',
      { path: '^(apps|packages)/[^/]+/src/', pathNot: [spec, `${core}/testing/`] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    error('specs-are-leaves', 'nothing imports a spec file', {}, { path: spec }),

    // Workspaces
    error('nothing-imports-an-app', 'apps are the top', { pathNot: '^apps/' }, { path: '^apps/' }),
    error(
      'apps-are-strangers',
      'an app imports no other app',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    error(
      'nothing-imports-tools-bench-e2e',
      'tools, bench, e2e and faults are used by people, not by code',
      { pathNot: '^(tools|bench|e2e|faults)/' },
      { path: '^(tools|bench|e2e|faults)/' },
    ),
    error(
      'tools-bench-e2e-are-strangers',
      'tools, bench, e2e and faults do not import each other',
      { path: '^(tools|bench|e2e|faults)/' },
      { path: '^(tools|bench|e2e|faults)/', pathNot: '^$1/' },
    ),
    error(
      'packages-by-name',
      'another package is imported by its name, not by a path into its source',
      { path: '^((packages|apps)/[^/]+|tools|bench|e2e|faults)/' },
      { path: '^packages/[^/]+/src/', pathNot: '^$1/' },
    ),
    error(
      'not-by-own-name',
      'inside a package imports are relative: its own name leads to the built copy, a second one',
      { path: '^packages/([^/]+)/src/' },
      { path: ['^packages/$1/dist/', '(^|/)@nhip/$1(/|$)'] },
    ),
    error(
      'console-knows-contracts-only',
      'the console learns everything else from the API',
      { path: '^apps/console/' },
      { path: `(${workspace('core')}|${workspace('config')})` },
    ),
    error(
      'console-runs-in-a-browser',
      'no module of Node in the console',
      { path: '^apps/console/src/', pathNot: spec },
      { dependencyTypes: ['core'] },
    ),
    error(
      'contracts-import-zod-only',
      'contracts is read by the console too: zod and nothing else',
      { path: '^packages/contracts/src/', pathNot: spec },
      { pathNot: ['^packages/contracts/src/', npm('zod')] },
    ),
    error(
      'config-stands-alone',
      'config imports no other workspace',
      { path: '^packages/config/' },
      { path: `(${workspace('core')}|${workspace('contracts')})` },
    ),
    error(
      'core-without-config',
      'core is given its settings; only its testing folder starts services',
      { path: `${core}/`, pathNot: `${core}/testing/` },
      { path: workspace('config') },
    ),
    error(
      'testing-for-specs-only',
      'core/testing is for specs, benches, faults and journeys',
      { pathNot: [spec, `${core}/testing/`, '^apps/[^/]+/test/', '^(tools/test|bench|e2e|faults)/'] },
      { path: ['^packages/core/(src|dist)/testing/', '(^|/)@nhip/core/testing'] },
    ),

    // Inside core
    ...onlyDownwards,
    error(
      'folder-in-the-order',
      'a new folder of core takes its place in the order at the top of .dependency-cruiser.cjs and in docs/architecture.md',
      { path: `${core}/[^/]+/`, pathNot: `${core}/${anyOf(order)}/` },
      {},
    ),
    error(
      'through-the-public-face',
      'a feature is imported through its index.ts, what is for specs as each of them needs it',
      { path: `${core}/([^/]+)/`, pathNot: `${core}/testing/` },
      { path: `${core}/[^/]+/`, pathNot: [`${core}/$1/`, `${core}/[^/]+/index[.]ts$`, `${core}/testing/`] },
    ),
    error(
      'domain-is-pure',
      'domain/ and shared/ are functions over values: of npm only zod, of Node only crypto',
      { path: pure, pathNot: spec },
      {
        pathNot: ['^packages/core/src/(?!platform/)', workspace('contracts'), npm('zod'), '^(node:)?crypto$'],
      },
    ),
    error(
      'domain-below-the-rest-of-its-feature',
      'domain/ knows neither use cases nor queries nor persistence',
      { path: `${core}/[^/]+/domain/` },
      { path: `${core}/[^/]+/(use-cases|queries|persistence)/` },
    ),
    error(
      'shared-is-the-bottom',
      'shared/ imports nothing of ours but contracts',
      { path: `${core}/shared/` },
      { path: ['^(packages|apps)/', '(^|/)@nhip/'], pathNot: [`${core}/shared/`, workspace('contracts')] },
    ),
    error(
      'use-cases-without-database-or-queue',
      'a use case speaks with repositories and the unit of work',
      { path: `${core}/[^/]+/use-cases/`, pathNot: spec },
      {
        path: npm(
          'typeorm',
          '@nestjs/typeorm',
          'pg',
          'pg-copy-streams',
          'bullmq',
          '@nestjs/bullmq',
          'ioredis',
        ),
      },
    ),
    error(
      'who-knows-the-queue',
      'only platform, the migration of its schema, the worker and the bench beside it know BullMQ',
      { pathNot: ['^apps/worker/', '^bench/', `${core}/(platform|migrations)/`] },
      { path: npm('bullmq', '@nestjs/bullmq', 'ioredis') },
    ),
    error(
      'no-database-in-the-api',
      'the API has no SQL: queries live in core',
      { path: '^apps/api/src/', pathNot: spec },
      { path: npm('typeorm', '@nestjs/typeorm', 'pg', 'pg-copy-streams') },
    ),
  ],
  options: {
    // swc reads TypeScript, types included: the parser of TypeScript 7 has no JavaScript interface.
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default', 'node'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
