import { accounts } from './accounts/index.js';
import { notices } from './notices/index.js';
import { procedures } from './procedures/index.js';
import type { ConsoleResource } from './registry.js';
import { units } from './units/index.js';

/** Everything in the main menu, in its order within each group. */
export const resources: readonly ConsoleResource[] = [notices, procedures, units, accounts];
