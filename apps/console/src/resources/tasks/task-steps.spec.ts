import { describe, expect, it } from '@jest/globals';
import { commandOf, primaryOf } from './task-steps.js';

const directive = { id: 't', kind: 'directive', sourceId: 'c', revision: 4 } as const;
const requirement = { id: 't', kind: 'requirement', sourceId: 's', revision: 4 } as const;

describe('the command of a step', () => {
  it.each([
    [
      directive,
      'accept',
      { reason: '' },
      { resource: 'tasks', id: 't', verb: 'accept', body: {}, revision: 4 },
    ],
    [
      requirement,
      'accept',
      {},
      { resource: 'supervisions', id: 's', verb: 'requirements/t/accept', body: {}, revision: 4 },
    ],
    [
      requirement,
      'move-deadline',
      { reason: 'đơn vị đề nghị' },
      {
        resource: 'supervisions',
        id: 's',
        verb: 'requirements/t/move-deadline',
        body: { reason: 'đơn vị đề nghị' },
        revision: 4,
      },
    ],
    [
      directive,
      'suspend',
      { reason: 'chờ hướng dẫn' },
      {
        resource: 'tasks',
        id: 't',
        verb: 'end',
        body: { event: 'suspend', reason: 'chờ hướng dẫn' },
        revision: 4,
      },
    ],
    [
      directive,
      'start',
      {},
      { resource: 'tasks', id: 't', verb: 'carry-out', body: { event: 'start' }, revision: 4 },
    ],
  ] as const)('%o %s', (task, event, body, command) => {
    expect(commandOf(task, event, body)).toEqual(command);
  });
});

describe('the primary button of a task', () => {
  const offered = (
    events: readonly string[],
    extensionSteps: readonly ('request' | 'decide' | 'answer')[] = [],
  ) =>
    primaryOf({
      actions: events.map((event) => ({ event, names: null, reasonRequired: false })),
      extensionSteps: [...extensionSteps],
    });

  it('is one, whatever is offered', () => {
    expect(offered(['receive', 'start', 'report-done'], ['request'])).toBe('start');
    expect(offered(['report-done', 'cancel'], ['request'])).toBe('report-done');
    expect(offered(['prepare', 'receive'])).toBe('prepare');
    expect(offered(['start', 'report-done'], ['answer'])).toBe('extension');
    expect(offered(['accept', 'return'], ['decide'])).toBe('extension');
    expect(offered(['suspend', 'cancel'])).toBeUndefined();
  });
});
