import { fill, formatDay, taskFeedWords, type Language, type Names } from '@nhip/contracts';
import type { Day, Instant } from '../../shared/index.js';

/** A task as the calendar feed of a unit needs it. */
export interface FeedTask {
  readonly id: string;
  readonly title: string;
  readonly product: string | null;
  readonly phrase: string | null;
  readonly dueOn: Day | null;
  readonly originalDueOn: Day | null;
  /** Another unit leads it. */
  readonly coordinating: boolean;
  readonly state: string;
  readonly ended: boolean;
  readonly stateNames: Names;
  readonly revision: number;
  readonly changedAt: Instant;
}

export interface FeedEvent {
  readonly day: Day;
  readonly title: string;
  readonly description: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

const takenBack = new Set(['cancelled', 'withdrawn']);

/**
 * The deadline of a task as one day of a calendar; undefined where it never had one. A task taken back, and one whose
 * deadline was lifted, stays as cancelled, so that calendars that showed it take it away.
 */
export function feedEvent(task: FeedTask, language: Language): FeedEvent | undefined {
  const day = task.dueOn ?? task.originalDueOn;
  if (day === null) return undefined;
  const words = taskFeedWords[language];
  const cancelled = task.dueOn === null || takenBack.has(task.state);
  const own = task.coordinating ? fill(words.coordinating, { title: task.title }) : task.title;
  const state = (language === 'en' ? task.stateNames.en : undefined) ?? task.stateNames.vi;
  return {
    day,
    title: task.ended && !cancelled ? fill(words.done, { title: own }) : own,
    description: [
      task.phrase === null ? '' : fill(words.phrase, { phrase: task.phrase }),
      fill(words.due, { day: formatDay(day) }),
      task.product === null ? '' : fill(words.product, { product: task.product }),
      fill(words.state, { state }),
    ]
      .filter(Boolean)
      .join('\n'),
    status: cancelled ? 'CANCELLED' : task.state === 'suspended' ? 'TENTATIVE' : 'CONFIRMED',
  };
}
