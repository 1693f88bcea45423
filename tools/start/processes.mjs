// Child processes that end with us, or are ended by the next start if we were killed.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inState, root, say, state } from './places.mjs';

/**
 * Names a process so that its number, given out again, is not taken for it; undefined where it is gone (or a zombie)
 * or the system does not tell.
 */
export function identityOf(pid) {
  try {
    if (process.platform !== 'linux')
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      );
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before may hold anything
    const [status, startedAt] = [fields[0], fields[19]];
    if (status === 'Z' || status === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${startedAt}`;
  } catch {
    return undefined;
  }
}

export const lives = ({ pid, identity }) => identity !== undefined && identityOf(pid) === identity;

const recordFile = inState('running.json');
const record = { pid: process.pid, identity: identityOf(process.pid), address: undefined, children: [] };

let left = false;

function writeNew() {
  const file = `${recordFile}.${process.pid}`;
  writeFileSync(file, JSON.stringify(record), { mode: 0o600 });
  return file;
}

const writeRecord = () => left || renameSync(writeNew(), recordFile);

/** Whether the folder is ours now: a link is made whole or not at all, and by one process only. */
function claim() {
  const file = writeNew();
  try {
    linkSync(file, recordFile);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(file);
  }
}

export function announce(address) {
  record.address = address;
  writeRecord();
}

function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Makes this process the one that runs this folder, ending what a killed one left.
 * @returns the record of the process that runs it already, else undefined
 */
export async function takeFolder() {
  mkdirSync(state, { recursive: true, mode: 0o711 });
  while (!claim()) {
    const other = readRecord(recordFile);
    if (other && lives(other)) return other;
    for (const child of other?.children ?? []) {
      if (!lives(child)) continue;
      say(`ending ${child.name}, left by an earlier start`);
      await end(child);
    }
    putAside(other);
  }
  return undefined;
}

/** Takes the dead record away; where another start was quicker and it is that one's by now, puts it back. */
function putAside(dead) {
  const aside = `${recordFile}.dead-${process.pid}`;
  try {
    renameSync(recordFile, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const taken = readRecord(aside);
  if (taken && taken.identity !== dead?.identity) renameSync(aside, recordFile);
  else rmSync(aside);
}

export function leaveFolder() {
  left = true;
  rmSync(recordFile, { force: true });
}

function signal(pid, name) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name); // the whole group it leads
  } catch {
    // Gone.
  }
}

/** Asks the process to end, waits, then insists. */
export async function end(child, patience = 10_000) {
  signal(child.pid, 'SIGTERM');
  for (const giveUpAt = Date.now() + patience; lives(child); await sleep(25)) {
    if (Date.now() > giveUpAt) signal(child.pid, 'SIGKILL');
  }
  signal(child.pid, 'SIGKILL'); // what of its group did not end with it
}

const largestLog = 20 * 1024 * 1024;

/** A log that outlives us, so that a part never fails for want of a reader. */
export function openLog(name) {
  mkdirSync(inState('logs'), { recursive: true, mode: 0o700 });
  const file = inState('logs', `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.1`);
  return file;
}

export const lastLines = (file, count = 15) =>
  readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');

let closed = false;

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches only us and we end things in order.
 * @param {{ name: string, program?: string, args: string[], env?: object, log?: string, output?: 'stderr' | 'pipe', tells?: boolean }} what
 *   `log`: file for its output; `output`: where it goes instead; `tells`: it may send messages
 * @returns {{ name: string, pid: number, identity?: string, process: import('node:child_process').ChildProcess, ended: Promise<string> }}
 *   `ended` resolves to '' for exit status 0, else to what happened
 */
export function startChild({
  name,
  program = process.execPath,
  args,
  env = process.env,
  log,
  output = 'stderr',
  tells = false,
}) {
  if (closed) throw new Error(`Stopping: ${name} is not started.`);
  const target = log ? openSync(log, 'a') : output === 'stderr' ? 2 : 'pipe';
  const shell = process.platform === 'win32' && program !== process.execPath;
  const stdio = ['ignore', target, log ? target : 2, ...(tells ? ['ipc'] : [])];
  const started = spawn(program, args, {
    cwd: root,
    env,
    stdio,
    detached: process.platform !== 'win32',
    shell,
  });
  if (log) closeSync(target);
  const child = { name, pid: started.pid, identity: identityOf(started.pid) };
  if (started.pid) {
    record.children.push(child);
    writeRecord();
  }
  const forget = () => {
    record.children = record.children.filter((other) => other !== child);
    writeRecord();
  };
  // What was printed may arrive after the exit.
  const ended = once(started, target === 'pipe' ? 'close' : 'exit').then(
    ([code, by]) => (forget(), code === 0 ? '' : by ? `ended by ${by}` : `exit status ${code}`),
    (error) => (forget(), error.message),
  );
  return { ...child, process: started, ended };
}

/** Ends every child; from now on none is started. */
export function endChildren(patience) {
  closed = true;
  return Promise.all(record.children.map((child) => end(child, patience)));
}

/**
 * Runs a program to its end.
 * @returns {Promise<string>} what it printed, where `output` is 'pipe'
 * @throws where it fails, with the end of its log where it has one
 */
export async function runChild(what) {
  const child = startChild(what);
  let text = '';
  child.process.stdout?.on('data', (bytes) => (text += bytes));
  const problem = await child.ended;
  if (!problem) return text;
  throw new Error(
    `${what.name} failed: ${problem}${what.log ? `. The end of ${what.log}:\n${lastLines(what.log)}` : ''}`,
  );
}
