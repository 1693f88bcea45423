// Where things are. Everything an installation keeps stands in `.nhip`, except, started by root from a folder nobody
// else may enter, PostgreSQL's data: the log names that place.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const state = join(root, '.nhip');
export const inRoot = (...path) => join(root, ...path);
export const inState = (...path) => join(state, ...path);

/** The ports taken where they are free. */
export const usualPorts = { api: Number(process.env.PORT) || 4747, postgres: 4748 };

/** Progress goes to stderr: the first line on stdout is the address. */
export const say = (line) => process.stderr.write(`${line}\n`);
