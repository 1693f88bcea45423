import type { ProcedureDefinitionInput, RoleName } from '@nhip/contracts';

type State = ProcedureDefinitionInput['states'][string];
type Arrow = NonNullable<State['on']>[string];
type Timers = NonNullable<State['timers']>;

const ofUnit: RoleName[] = ['unit-officer', 'unit-leader'];

/** Reminders before the deadline, at 08:00; those of before the task existed are skipped when timers are armed. */
const reminders: Timers = {
  'reminder-15': { from: 'due', workingDays: -15, event: 'remind' },
  'reminder-7': { from: 'due', workingDays: -7, event: 'remind' },
  'reminder-3': { from: 'due', workingDays: -3, event: 'remind' },
  deadline: { from: 'due', event: 'deadline-passed' },
};

const explanationTimers: Timers = {
  ...reminders,
  'urge-1': { from: 'due', workingDays: 1, event: 'urge' },
  'mark-criticism': { from: 'due', workingDays: 3, event: 'mark-criticism' },
};

const carryingOutTimers: Timers = {
  ...reminders,
  'urge-1': { from: 'due', workingDays: 1, event: 'urge' },
  'urge-2': { from: 'due', workingDays: 5, event: 'urge' },
  'mark-criticism': { from: 'due', workingDays: 10, event: 'mark-criticism' },
  check: { from: 'check', event: 'check-due' },
};

/** What the clock sends while the unit is to act: the task stays where it is and climbs the ladder. */
const ladder = (state: string): Record<string, Arrow> => ({
  remind: { to: state, effects: ['tasks.remind'] },
  'deadline-passed': { to: state, effects: ['tasks.overdue'] },
  urge: { to: state, effects: ['tasks.urge'] },
  'mark-criticism': { to: state, effects: ['tasks.mark-for-criticism'] },
  ...criticism(state),
});

/** The committee decides on what was marked, by a document. */
const criticism = (state: string): Record<string, Arrow> => ({
  criticise: {
    to: state,
    names: { vi: 'Phê bình', en: 'Criticise' },
    by: ['committee'],
    guards: ['tasks.marked-for-criticism'],
    effects: ['tasks.criticise'],
  },
  spare: {
    to: state,
    names: { vi: 'Không phê bình', en: 'Spare' },
    by: ['committee'],
    guards: ['tasks.marked-for-criticism'],
    effects: ['tasks.spare'],
    reasonRequired: true,
  },
});

const ending = (to: string, vi: string, en: string, by: RoleName[]): Arrow => ({
  to,
  names: { vi, en },
  by,
  effects: ['tasks.tell-ended'],
  reasonRequired: true,
});

const accept = (by: RoleName[]): Arrow => ({
  to: 'accepted',
  names: { vi: 'Chấp nhận', en: 'Accept' },
  by,
  effects: ['tasks.accepted'],
});
const giveBack = (by: RoleName[]): Arrow => ({
  to: 'returned',
  names: { vi: 'Trả lại', en: 'Return' },
  by,
  effects: ['tasks.returned'],
  reasonRequired: true,
});

const explainingOn = (state: string): Record<string, Arrow> => ({
  ...ladder(state),
  prepare: {
    to: 'prepared',
    names: { vi: 'Trình lãnh đạo', en: 'Put to the head' },
    by: ofUnit,
    effects: ['tasks.ask-approval'],
  },
  send: {
    to: 'answered',
    names: { vi: 'Gửi giải trình', en: 'Send the explanation' },
    by: ['unit-leader'],
    effects: ['tasks.tell-handed-in'],
  },
  withdraw: ending('withdrawn', 'Thu hồi', 'Withdraw', ['committee', 'secretariat']),
  'close-unanswered': {
    ...ending('unanswered', 'Kết thúc, không giải trình', 'Close as unanswered', [
      'committee',
      'secretariat',
    ]),
    effects: ['tasks.unanswered', 'tasks.tell-ended'],
  },
});

/** What was handed in is taken as far as it goes; what is left goes on under the same deadline, or a new one. */
const acceptPart = (by: RoleName[]): Arrow => ({
  to: 'partly-done',
  names: { vi: 'Hoàn thành một phần', en: 'Partly done' },
  by,
  effects: ['tasks.partly-done'],
  reasonRequired: true,
});

/** Request for explanation → answer with causes, approved by the head of the unit → accepted or returned. */
const explanation: ProcedureDefinitionInput = {
  kind: 'task',
  names: { vi: 'Giải trình', en: 'Explanation' },
  initial: 'assigned',
  states: {
    assigned: {
      names: { vi: 'Chờ giải trình', en: 'Explanation requested' },
      owner: 'unit-officer',
      on: explainingOn('assigned'),
      timers: explanationTimers,
    },
    prepared: {
      names: { vi: 'Chờ lãnh đạo đơn vị duyệt', en: 'Waits for the head of the unit' },
      owner: 'unit-leader',
      on: {
        ...explainingOn('prepared'),
        'hand-back': {
          to: 'assigned',
          names: { vi: 'Trả lại để sửa', en: 'Hand back' },
          by: ['unit-leader'],
          effects: ['tasks.tell-handed-back'],
          reasonRequired: true,
        },
      },
      timers: explanationTimers,
    },
    answered: {
      names: { vi: 'Đã giải trình, chờ xem xét', en: 'Answered' },
      owner: 'secretariat',
      on: {
        accept: accept(['secretariat']),
        return: giveBack(['secretariat']),
        ...criticism('answered'),
      },
    },
    returned: {
      names: { vi: 'Trả lại, giải trình lại', en: 'Returned' },
      owner: 'unit-officer',
      on: explainingOn('returned'),
      timers: explanationTimers,
    },
    accepted: { names: { vi: 'Chấp nhận giải trình', en: 'Accepted' }, final: true },
    unanswered: { names: { vi: 'Không giải trình', en: 'Unanswered' }, final: true },
    withdrawn: { names: { vi: 'Đã thu hồi', en: 'Withdrawn' }, final: true },
  },
};

/** Assigned → received → in progress → reported done → accepted or returned; judged by those who assigned it. */
function carryingOut(
  names: State['names'],
  assigners: RoleName[],
  judges: RoleName[],
): ProcedureDefinitionInput {
  const stopped: Record<string, Arrow> = {
    cancel: ending('cancelled', 'Hủy nhiệm vụ', 'Cancel', assigners),
    withdraw: ending('withdrawn', 'Thu hồi', 'Withdraw', assigners),
  };
  const working = (state: string): Record<string, Arrow> => ({
    ...ladder(state),
    'check-due': { to: state, effects: ['tasks.check-due'] },
    'report-done': {
      to: 'reported',
      names: { vi: 'Báo cáo hoàn thành', en: 'Report done' },
      by: ofUnit,
      effects: ['tasks.tell-handed-in'],
    },
    suspend: {
      ...ending('suspended', 'Tạm dừng', 'Suspend', assigners),
      effects: ['tasks.tell-suspended'],
    },
    ...stopped,
  });
  const receive: Arrow = { to: 'received', names: { vi: 'Nhận việc', en: 'Receive' }, by: ofUnit };
  const start: Arrow = { to: 'in-progress', names: { vi: 'Bắt đầu', en: 'Start' }, by: ofUnit };
  return {
    kind: 'task',
    names,
    initial: 'assigned',
    states: {
      assigned: {
        names: { vi: 'Đã giao', en: 'Assigned' },
        owner: 'unit-officer',
        on: { ...working('assigned'), receive, start },
        timers: carryingOutTimers,
      },
      received: {
        names: { vi: 'Đã nhận việc', en: 'Received' },
        owner: 'unit-officer',
        on: { ...working('received'), start },
        timers: carryingOutTimers,
      },
      'in-progress': {
        names: { vi: 'Đang thực hiện', en: 'In progress' },
        owner: 'unit-officer',
        on: working('in-progress'),
        timers: carryingOutTimers,
      },
      reported: {
        names: { vi: 'Chờ xác nhận hoàn thành', en: 'Reported done' },
        owner: judges[0] ?? 'secretariat',
        on: {
          accept: accept(judges),
          'accept-part': acceptPart(judges),
          return: giveBack(judges),
          ...criticism('reported'),
          ...stopped,
        },
      },
      returned: {
        names: { vi: 'Trả lại, thực hiện lại', en: 'Returned' },
        owner: 'unit-officer',
        on: { ...working('returned'), start },
        timers: carryingOutTimers,
      },
      'partly-done': {
        names: { vi: 'Hoàn thành một phần', en: 'Partly done' },
        owner: 'unit-officer',
        on: working('partly-done'),
        timers: carryingOutTimers,
      },
      suspended: {
        names: { vi: 'Tạm dừng', en: 'Suspended' },
        owner: assigners[0] ?? 'secretariat',
        on: {
          resume: {
            to: 'in-progress',
            names: { vi: 'Tiếp tục', en: 'Resume' },
            by: assigners,
            effects: ['tasks.tell-resumed'],
          },
          ...stopped,
        },
      },
      accepted: { names: { vi: 'Hoàn thành', en: 'Accepted' }, final: true },
      cancelled: { names: { vi: 'Đã hủy', en: 'Cancelled' }, final: true },
      withdrawn: { names: { vi: 'Đã thu hồi', en: 'Withdrawn' }, final: true },
    },
  };
}

/** Ready procedures of tasks, by code, which is the kind of task. */
export const taskProcedures: Readonly<
  Record<'explanation' | 'directive' | 'requirement', ProcedureDefinitionInput>
> = {
  explanation,
  directive: carryingOut(
    { vi: 'Nhiệm vụ theo kết luận', en: 'Directive' },
    ['secretariat', 'committee'],
    ['secretariat'],
  ),
  requirement: carryingOut(
    { vi: 'Yêu cầu sau giám sát', en: 'Requirement of a supervision' },
    ['auditor'],
    ['auditor'],
  ),
};
