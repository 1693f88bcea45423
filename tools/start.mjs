// npm start: everything from a clone to a running Nhịp, and everything stopped again on Ctrl-C or TERM.
//
//   npm start                        on the first start with the sample data, later with what is there
//   npm start -- --empty             on the first start without sample data: a real installation
//   npm start -- --reset [--empty]   deletes what is there, after a question (--yes: without), and begins anew
//
// Progress goes to stderr; stdout begins with the address.
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { isStopping, runUntilStopped } from './start/ending.mjs';
import { build, checkNode, install } from './start/set-up.mjs';
import {
  discardInstallation,
  environment,
  findFreePort,
  hasTool,
  openInstallation,
  startDatabase,
  welcome,
} from './start/installation.mjs';
import { keepRunning, untilReady } from './start/parts.mjs';
import { inRoot, say, usualPorts } from './start/places.mjs';
import { announce, end, takeFolder } from './start/processes.mjs';

const begun = performance.now();

function readArguments() {
  const flag = { type: 'boolean', default: false };
  try {
    return parseArgs({ options: { empty: flag, reset: flag, yes: flag } }).values;
  } catch (error) {
    throw new Error(`${error.message}. Known are --empty, --reset and --yes.`, { cause: error });
  }
}

async function confirmReset(yes) {
  if (yes) return;
  if (!process.stdin.isTTY)
    throw new Error('--reset deletes the database; without a terminal to ask on it needs --yes.');
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await ask.question(
    'This deletes the database of this folder for good. Type reset to go on: ',
  );
  ask.close();
  if (answer.trim() !== 'reset') throw new Error('Nothing was deleted.');
}

/** Starts PostgreSQL again when it dies; the parts connect again by themselves, or anew where the port changed. */
async function watchDatabase(opened, parts) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (isStopping()) return;
    if (opened.server.alive()) continue;
    say('PostgreSQL ended: starting it again');
    const { port } = opened.server;
    try {
      opened.server = await startDatabase();
      if (opened.server.port !== port) await Promise.all(parts.map(({ child }) => child && end(child)));
    } catch (error) {
      say(error.message);
    }
  }
}

async function runParts(opened) {
  const sample = opened.installation.kind === 'sample';
  let port = await findFreePort(usualPorts.api);
  let ready = false;
  const address = () => `http://127.0.0.1:${port}`;
  const apiEnvironment = async () => {
    if (!ready) port = await findFreePort(port);
    return environment(opened, {
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: address(),
      CONSOLE_DIR: inRoot('apps/console/dist'),
    });
  };
  const toolEnvironment = async () => environment(opened, { PUBLIC_URL: address() });
  const part = (name, script, own = toolEnvironment, mayFinish = false) =>
    keepRunning({ name, script: inRoot(script), environment: own, stopping: isStopping, mayFinish });

  const api = part('api', 'apps/api/dist/main.js', apiEnvironment);
  const parts = [api, part('worker', 'apps/worker/dist/main.js')];
  void watchDatabase(opened, parts);
  await untilReady(api, address);
  ready = true;
  announce(address());
  process.stdout.write(`${address()}\n`);
  if (port !== usualPorts.api) say(`port ${usualPorts.api} is taken: using ${port}`);
  say(
    `ready in ${((performance.now() - begun) / 1000).toFixed(1)} s; Ctrl-C stops everything; logs in .nhip/logs`,
  );
  await welcome(opened, await toolEnvironment());
  if (sample && hasTool('play-samples'))
    parts.push(part('play-samples', 'tools/dist/play-samples.js', toolEnvironment, true));
}

async function start() {
  checkNode();
  const options = readArguments();
  const other = await takeFolder();
  if (other) {
    say(
      `Nhịp runs from this folder already (process ${other.pid})${other.address ? '' : ' and is starting'}.`,
    );
    if (other.address) process.stdout.write(`${other.address}\n`);
    process.exit(other.address && !options.reset ? 0 : 1);
  }
  if (options.reset) await confirmReset(options.yes);
  await install();
  await build();
  if (options.reset) await discardInstallation();
  await runParts(await openInstallation(options.empty ? 'real' : undefined));
}

await runUntilStopped(start);
