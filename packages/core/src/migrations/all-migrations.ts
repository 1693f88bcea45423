import type { MigrationInterface } from 'typeorm';
import { Platform0001 } from './0001-platform.js';
import { Workflow0002 } from './0002-workflow.js';

/** In order, forward only. A feature's tables come in a migration of its own. */
export const allMigrations: (new () => MigrationInterface & { readonly name: string })[] = [Platform0001, Workflow0002];
