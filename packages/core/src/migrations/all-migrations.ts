import type { MigrationInterface } from 'typeorm';
import { Platform0001 } from './0001-platform.js';
import { Workflow0002 } from './0002-workflow.js';
import { Organisation0003 } from './0003-organisation.js';
import { People0004 } from './0004-people.js';
import { Calendar0005 } from './0005-calendar.js';
import { Notices0006 } from './0006-notices.js';
import { Criteria0007 } from './0007-criteria.js';
import { Tasks0008 } from './0008-tasks.js';
import { ReviewCycles0009 } from './0009-review-cycles.js';
import { Submissions0010 } from './0010-submissions.js';
import { Findings0011 } from './0011-findings.js';
import { Scoring0012 } from './0012-scoring.js';
import { FollowUps0013 } from './0013-follow-ups.js';
import { Demo0014 } from './0014-demo.js';
import { WhatIf0018 } from './0018-what-if.js';
import { NationalScoring0016 } from './0016-national-scoring.js';
import { CalendarChanges0023 } from './0023-calendar-changes.js';
import { TaskExtensions0024 } from './0024-task-extensions.js';
import { FollowThrough0029 } from './0029-follow-through.js';
import { AppraisedPenalties0032 } from './0032-appraised-penalties.js';
import { Evidence0026 } from './0026-evidence.js';
import { Mail0027 } from './0027-mail.js';
import { Operations0028 } from './0028-operations.js';
import { HistoryTogether0030 } from './0030-history-together.js';
import { RetiredStaysRetired0031 } from './0031-retired-stays-retired.js';
import { EvidenceOfAnswers0033 } from './0033-evidence-of-answers.js';
import { ProcedureStates0034 } from './0034-procedure-states.js';
import { HistoryHeads0035 } from './0035-history-heads.js';
import { FewEntries0036 } from './0036-few-entries.js';
import { Search0015 } from './0015-search.js';

/** In order, forward only. A feature's tables come in a migration of its own. */
export const allMigrations: (new () => MigrationInterface & { readonly name: string })[] = [
  Platform0001,
  Workflow0002,
  Organisation0003,
  People0004,
  Calendar0005,
  Notices0006,
  Criteria0007,
  Tasks0008,
  ReviewCycles0009,
  Submissions0010,
  Findings0011,
  Scoring0012,
  FollowUps0013,
  Demo0014,
  Search0015,
  NationalScoring0016,
  WhatIf0018,
  CalendarChanges0023,
  TaskExtensions0024,
  Evidence0026,
  Mail0027,
  Operations0028,
  FollowThrough0029,
  HistoryTogether0030,
  RetiredStaysRetired0031,
  AppraisedPenalties0032,
  EvidenceOfAnswers0033,
  ProcedureStates0034,
  HistoryHeads0035,
  FewEntries0036,
];
