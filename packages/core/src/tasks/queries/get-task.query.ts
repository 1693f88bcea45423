import { MANY_EXTENSIONS, type RoleName, type TaskView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { actorName, Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Day, type Instant } from '../../shared/index.js';
import { offeredEvents, procedureVersion } from '../../workflow/index.js';
import { isOpen, timesGranted } from '../domain/extension.js';
import { unitsTurn } from '../domain/units-turn.js';
import { taskDetail } from './task-detail.js';
import { itemColumns, taskTables, toTaskItem, type TaskRow } from './task-row.js';

type Row = TaskRow &
  Pick<
    TaskView,
    | 'body'
    | 'responsibility'
    | 'reading'
    | 'indicators'
    | 'explains'
    | 'answer'
    | 'openedAt'
    | 'steps'
    | 'notes'
    | 'rounds'
    | 'parent'
    | 'children'
    | 'findings'
  > & {
    readonly procedureVersionId: string;
    readonly led: boolean;
    readonly checkDays: readonly Day[];
    readonly extensions: readonly StoredExtension[];
  };

type StoredExtension = Omit<TaskView['extensions'][number], 'repeated'> & {
  readonly requestedAs: string;
  readonly decidedAs: string | null;
};

/** A task without the conclusion it stems from: conclusions stand above and are read beside. */
export type BareTask = Omit<TaskView, 'conclusion'>;

/** One task whole: what is asked, the answer, the ladder it climbed, its notes, and what the reader may do now. */
@Injectable()
export class GetTask {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(id: string, actor: UserActor, now: Instant): Promise<BareTask> {
    const zone = this.calendars.zone;
    const [row] = await this.reader.rows<Row>(
      `select ${itemColumns}, ${taskDetail} from ${taskTables}
        where t.administration_id = $1 and t.id = $3
          and ($4::uuid[] is null or t.unit_id = any($4) or t.co_unit_ids && $4)`,
      [actor.administrationId, dayAt(now, zone), id, actor.unitIds === 'all' ? null : actor.unitIds],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const { content } = await procedureVersion(this.reader, row.procedureVersionId);
    const arrows = content.states[row.state]?.on ?? {};
    const { checkDays, extensions } = row;
    const calendar = await this.calendars.of(this.reader, actor.administrationId);
    return {
      ...toTaskItem(row, now, calendar, zone),
      parent: row.parent,
      children: row.children,
      findings: row.findings,
      extensions: extensions.map(({ requestedAs: _, decidedAs: __, ...extension }, index) => ({
        ...extension,
        repeated: timesGranted(extensions.slice(0, index)) + 1 >= MANY_EXTENSIONS,
      })),
      extensionSteps:
        row.dueOn !== null && unitsTurn(content, row.state)
          ? stepsFor(row, extensions.find(isOpen), actor)
          : [],
      rounds: row.rounds,
      checks: checksOf(row, checkDays),
      body: row.body,
      responsibility: row.responsibility,
      reading: row.reading,
      indicators: row.indicators,
      explains: row.explains,
      answer: unsent(row) && !(row.led && actor.unitIds !== 'all') ? null : row.answer,
      openedAt: row.openedAt,
      steps: row.steps,
      notes: row.notes,
      actions: row.led
        ? offeredEvents(content, row.state, actor.role).map((event) => ({
            event,
            names: arrows[event]?.names ?? null,
            reasonRequired: arrows[event]?.reasonRequired ?? false,
          }))
        : [],
    };
  }
}

/** What the reader may do about more time: the unit in charge asks and answers, whoever assigned the task decides. */
function stepsFor(
  { kind, led }: Row,
  open: StoredExtension | undefined,
  actor: UserActor,
): TaskView['extensionSteps'] {
  if (!led) return [];
  const me = actorName(actor);
  const deciders: readonly RoleName[] = kind === 'requirement' ? ['auditor'] : ['committee', 'secretariat'];
  if (actor.role === 'unit-officer' || actor.role === 'unit-leader') {
    if (open === undefined) return ['request'];
    return open.state === 'countered' && open.decidedAs !== me ? ['answer', 'withdraw'] : ['withdraw'];
  }
  return open?.state === 'requested' && open.requestedAs !== me && deciders.includes(actor.role)
    ? ['decide']
    : [];
}

/** Occurrences of recurring work that fell due, and the one ahead. */
function checksOf({ nextCheckOn, notes }: Row, fallenDue: readonly Day[]): TaskView['checks'] {
  const days = [...new Set([...fallenDue, ...(nextCheckOn === null ? [] : [nextCheckOn])])]
    .sort()
    .toReversed();
  return days.map((on) => ({
    on,
    reports: notes.filter(({ checkOn }) => checkOn === on).length,
    ahead: !fallenDue.includes(on as Day),
  }));
}

/** What the unit has not sent yet is its own. */
const unsent = ({ handedInAt, state }: Row): boolean => handedInAt === null && state !== 'returned';
