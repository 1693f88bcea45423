import { fill, taskFeedWords, type Language, type Names } from '@nhip/contracts';
import {
  default as ical,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { feedEvent, type FeedTask } from './domain/feed-event.js';

const HOUR = 3_600;

export interface FeedSurroundings {
  readonly language: Language;
  readonly unitNames: Names;
  readonly taskAddress: (id: string) => string;
}

/**
 * The feed as RFC 5545 text. Every deadline is a whole day that blocks no time; a program knows it again by its UID, and
 * that it changed by its SEQUENCE, which is the task's revision.
 */
export function feedCalendar(
  tasks: readonly FeedTask[],
  { language, unitNames, taskAddress }: FeedSurroundings,
): string {
  const unit = (language === 'en' ? unitNames.en : undefined) ?? unitNames.vi;
  const calendar = ical({
    prodId: { company: 'Nhip', product: 'Tasks', language: language.toUpperCase() },
    name: fill(taskFeedWords[language].calendar, { unit }),
    method: ICalCalendarMethod.PUBLISH,
    ttl: 4 * HOUR,
  });
  for (const task of tasks) {
    const event = feedEvent(task, language);
    if (event === undefined) continue;
    const changedAt = new Date(task.changedAt);
    const url = taskAddress(task.id);
    calendar.createEvent({
      id: `task-${task.id}@nhip`,
      sequence: task.revision,
      start: new Date(`${event.day}T00:00:00Z`),
      allDay: true,
      summary: event.title,
      description: `${event.description}\n${url}`,
      url,
      status: ICalEventStatus[event.status],
      stamp: changedAt,
      lastModified: changedAt,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  }
  return `${calendar.toString()}\r\n`;
}
