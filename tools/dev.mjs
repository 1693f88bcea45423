// npm run dev: the whole, from source. An edit is compiled, its process starts again, the console reloads by itself.
// PostgreSQL and its data are those of npm start, in .nhip.
import { environment, findFreePort, openInstallation, welcome } from './start/installation.mjs';
import { runUntilStopped } from './start/ending.mjs';
import { inRoot, say, usualPorts } from './start/places.mjs';
import { announce, startChild, takeFolder } from './start/processes.mjs';
import { build, checkNode, install } from './start/set-up.mjs';

const consolePort = 5173;

async function dev() {
  checkNode();
  const other = await takeFolder();
  if (other) {
    say(
      `Nhịp runs from this folder already (process ${other.pid}${other.address ? `, ${other.address}` : ''}): stop it first.`,
    );
    process.exit(1);
  }
  await install();
  await build();
  const opened = await openInstallation();
  const [apiPort, vitePort] = [await findFreePort(usualPorts.api), await findFreePort(consolePort)];
  const [apiAddress, address] = [`http://127.0.0.1:${apiPort}`, `http://127.0.0.1:${vitePort}`];
  const env = environment(opened, { HOST: '127.0.0.1', PORT: String(apiPort), PUBLIC_URL: address });

  const tsc = [inRoot('node_modules/typescript/bin/tsc'), '-b', '-w', '--preserveWatchOutput'];
  const vite = [
    inRoot('node_modules/vite/bin/vite.js'),
    inRoot('apps/console'),
    '--port',
    String(vitePort),
    '--strictPort',
  ];
  const watched = (part) => ['--watch', '--watch-preserve-output', inRoot('apps', part, 'dist/main.js')];
  const children = [
    startChild({
      name: 'tsc',
      args: [...tsc, ...['apps/api', 'apps/worker', 'tools'].map((path) => inRoot(path))],
    }),
    startChild({ name: 'api', args: watched('api'), env }),
    startChild({ name: 'worker', args: watched('worker'), env }),
    startChild({ name: 'vite', args: vite, env: { ...process.env, NHIP_API_URL: apiAddress } }),
  ];
  announce(address);
  process.stdout.write(`${address}\n`);
  await welcome(opened, env);
  // Ends by itself when the sample has nothing left to play.
  if (opened.installation.kind === 'sample')
    startChild({ name: 'play-samples', args: [inRoot('tools/dist/play-samples.js')], env });
  const problem = await Promise.race(
    children.map(async ({ name, ended }) => `${name} ended: ${(await ended) || 'by itself'}`),
  );
  throw new Error(problem);
}

await runUntilStopped(dev);
