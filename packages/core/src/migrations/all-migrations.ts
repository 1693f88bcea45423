import type { MigrationInterface } from 'typeorm';
import { Platform0001 } from './0001-platform.js';
import { Workflow0002 } from './0002-workflow.js';
import { Organisation0003 } from './0003-organisation.js';
import { People0004 } from './0004-people.js';
import { Calendar0005 } from './0005-calendar.js';
import { Criteria0007 } from './0007-criteria.js';

/** In order, forward only. A feature's tables come in a migration of its own. */
export const allMigrations: (new () => MigrationInterface & { readonly name: string })[] = [
  Platform0001,
  Workflow0002,
  Organisation0003,
  People0004,
  Calendar0005,
  Criteria0007,
];
