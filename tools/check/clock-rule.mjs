// Time is an argument: nothing under domain/, use-cases/ or core's shared/ reads the machine's clock.
// Usage: node tools/check/clock-rule.mjs [folder, the repository where absent]
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url));

const ruled = /(^|\/)packages\/core\/src\/(shared|[^/]+\/(domain|use-cases))\/.*(?<!\.spec)\.ts$/;
const clocks = [
  { what: 'new Date() without an instant', pattern: /\bnew\s+Date\s*(\(\s*\)|(?!\s*\()(?=[\s;,)\]}]))/g },
  { what: 'Date() called as a function', pattern: /(?<!new\s+)(?<![\w.$])Date\s*\(/g },
  { what: 'Date.now()', pattern: /\bDate\s*(\?\.|\.)\s*now\b/g },
  { what: 'performance.now()', pattern: /\bperformance\s*(\?\.|\.)\s*(now|timeOrigin)\b/g },
  { what: 'process.hrtime', pattern: /\bprocess\s*\.\s*(hrtime|uptime)\b/g },
  { what: 'Temporal.Now', pattern: /\bTemporal\s*\.\s*Now\b/g },
];

/** Blanks comments out, keeping every line where it was; string contents stay, which no sound code minds. */
const withoutComments = (text) =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (ruled.test(path)) yield path;
  }
}

let found = 0;
for (const path of sources(top)) {
  const code = withoutComments(readFileSync(path, 'utf8'));
  for (const { what, pattern } of clocks) {
    for (const match of code.matchAll(pattern)) {
      const line = code.slice(0, match.index).split('\n').length;
      console.error(`${relative(top, path)}:${line}: ${what}: take \`now\` as an argument`);
      found += 1;
    }
  }
}
process.exitCode = found > 0 ? 1 : 0;
