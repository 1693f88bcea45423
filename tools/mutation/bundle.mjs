// Every spec of the rules, with all it imports, in one file that is no ES module: a mutant is then judged by loading one
// file once, which leaves little in memory. Runs in the copy of the house that holds the mutants.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { judged } from './judged.mjs';

const house = join(import.meta.dirname, '../..');
const core = join(house, 'packages/core/src');
/** Whole ready sets come through the public face of their feature, with half the product behind it. */
const heavy = ['ready-sets-ranked.spec.ts'];
/** What takes longest comes last: most mutants fall before it. */
const slow = [
  'exact-integer.spec.ts',
  'ranking-oracle.spec.ts',
  'oracle.spec.ts',
  'oracle-second-half.spec.ts',
  'trace-readable.spec.ts',
];

const specs = judged.flatMap((folder) =>
  readdirSync(join(core, folder))
    .filter((file) => file.endsWith('.spec.ts') && !heavy.includes(file))
    .map((file) => ({ file, path: join(core, folder, file) })),
);
specs.sort((a, b) => slow.indexOf(a.file) - slow.indexOf(b.file));

const everyRule = 'every-rule';
const written = [
  `import ${JSON.stringify(join(house, 'tools/check/seed.mjs'))};`,
  "import fc from 'fast-check';",
  '// A case that fails is enough; nobody reads how small it could be.',
  'fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });',
  ...specs.map(({ path }) => `import ${JSON.stringify(path)};`),
].join('\n');

const bundle = await rolldown({
  input: everyRule,
  platform: 'node',
  external: ['@jest/globals', /^node:/],
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  // A mutant may be anywhere, also in what nobody reads.
  treeshake: false,
  // The copy with the mutants has none at its root.
  tsconfig: false,
  plugins: [
    {
      name: everyRule,
      resolveId(id) {
        if (id === everyRule) return id;
        return /^\..*\/criteria\/index\.js$/.test(id) ? join(core, 'criteria/domain/index.ts') : undefined;
      },
      load: (id) => (id === everyRule ? written : undefined),
    },
  ],
});
await bundle.write({ file: join(import.meta.dirname, 'dist/every-rule.cjs'), format: 'cjs', strict: true });
