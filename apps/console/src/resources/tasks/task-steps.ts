import type { TaskView } from '@nhip/contracts';
import type { CommandRequest } from '../../providers/data-provider.js';

/** Steps that have a form of their own on the page of the task. */
export const withForm = new Set(['prepare', 'send', 'report-done', 'criticise', 'spare']);
/** Steps that are taken at once, without a question. */
export const atOnce = new Set(['receive', 'start', 'resume']);

/** What most readers come for, the first that is offered. */
const wanted = ['accept', 'send', 'prepare', 'start', 'receive', 'resume', 'report-done'] as const;

/** The page's one primary button: an answer about more time, or else a step. */
export function primaryOf({
  actions,
  extensionSteps,
}: Pick<TaskView, 'actions' | 'extensionSteps'>): 'extension' | (typeof wanted)[number] | undefined {
  if (extensionSteps.includes('decide') || extensionSteps.includes('answer')) return 'extension';
  return wanted.find((event) => actions.some((action) => action.event === event));
}

/** What the team of a supervision does with its requirements goes through the supervision. */
const ofSupervision = new Set([
  'accept',
  'accept-part',
  'return',
  'withdraw',
  'move-deadline',
  'decide-extension',
]);
const ending = new Set(['suspend', 'resume', 'cancel', 'withdraw', 'close-unanswered']);

/** The command that takes a step. Requirements are their supervision's to judge. */
export function commandOf(
  { id, kind, sourceId, revision }: Pick<TaskView, 'id' | 'kind' | 'sourceId' | 'revision'>,
  event: string,
  body: Readonly<Record<string, unknown>>,
): CommandRequest {
  const given = Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== ''),
  );
  if (kind === 'requirement' && sourceId !== null && ofSupervision.has(event))
    return {
      resource: 'supervisions',
      id: sourceId,
      verb: `requirements/${id}/${event}`,
      body: given,
      revision,
    };
  if (ending.has(event)) return { resource: 'tasks', id, verb: 'end', body: { event, ...given }, revision };
  if (event === 'receive' || event === 'start')
    return { resource: 'tasks', id, verb: 'carry-out', body: { event }, revision };
  return { resource: 'tasks', id, verb: event, body: given, revision };
}
