import type { ProcedureDefinitionInput } from '@nhip/contracts';

type State = ProcedureDefinitionInput['states'][string];
type Arrows = NonNullable<State['on']>;

/** Who ends the collection or puts it right on behalf of the cycle; timers and jobs may as well. */
const ofCycle = ['secretariat', 'committee'] as const;

/** What the cycle may do to a submission in any state that goes on. */
const byTheCycle = {
  excuse: { to: 'excused', by: [...ofCycle] },
  withdraw: { to: 'withdrawn', by: [...ofCycle] },
} satisfies Arrows;

const handedBack = {
  to: 'returned',
  names: { vi: 'Trả lại', en: 'Return' },
  effects: [],
  reasonRequired: true,
} satisfies Arrows[string];

/** While the unit fills it in: reminders before the deadline; passing it is recorded and closes nothing. */
const filling = (state: 'open' | 'returned'): Pick<State, 'on' | 'timers'> => ({
  on: {
    submit: {
      to: 'submitted',
      names: { vi: 'Trình lãnh đạo', en: 'Submit' },
      by: ['unit-officer', 'unit-leader'],
    },
    remind: { to: state, effects: ['submissions.remind'] },
    'deadline-passed': { to: state, effects: ['submissions.mark-late'] },
    lapse: { to: 'missing', by: [...ofCycle], effects: ['submissions.tell-missed'] },
    ...byTheCycle,
  },
  timers: {
    'reminder-3': { from: 'due', workingDays: -3, event: 'remind' },
    'reminder-1': { from: 'due', workingDays: -1, event: 'remind' },
    deadline: { from: 'due', event: 'deadline-passed' },
  },
});

/** A unit's form: officer → leader → secretariat, each of whom may hand it back; a unit recalls before the next acts. */
export const submissionProcedure: ProcedureDefinitionInput = {
  kind: 'submission',
  names: { vi: 'Báo cáo số liệu', en: 'Submission of figures' },
  initial: 'open',
  states: {
    open: {
      names: { vi: 'Đang nhập', en: 'Being filled in' },
      owner: 'unit-officer',
      ...filling('open'),
    },
    returned: {
      names: { vi: 'Trả lại để sửa', en: 'Returned' },
      owner: 'unit-officer',
      ...filling('returned'),
    },
    submitted: {
      names: { vi: 'Chờ lãnh đạo duyệt', en: "Waiting for the leader's approval" },
      owner: 'unit-leader',
      on: {
        approve: {
          to: 'approved',
          names: { vi: 'Duyệt và gửi', en: 'Approve and send' },
          by: ['unit-leader'],
        },
        return: { ...handedBack, by: ['unit-leader'] },
        recall: {
          to: 'open',
          names: { vi: 'Rút lại', en: 'Recall' },
          by: ['unit-officer', 'unit-leader'],
        },
        ...byTheCycle,
      },
    },
    approved: {
      names: { vi: 'Đã gửi, chờ chấp nhận', en: 'Sent, waiting to be accepted' },
      owner: 'secretariat',
      on: {
        accept: { to: 'accepted', names: { vi: 'Chấp nhận', en: 'Accept' }, by: ['secretariat'] },
        return: { ...handedBack, by: ['secretariat'] },
        recall: { to: 'open', names: { vi: 'Rút lại', en: 'Recall' }, by: ['unit-leader'] },
        ...byTheCycle,
      },
    },
    accepted: {
      names: { vi: 'Đã chấp nhận', en: 'Accepted' },
      owner: 'secretariat',
      on: {
        reopen: {
          to: 'returned',
          names: { vi: 'Mở lại', en: 'Reopen' },
          by: ['secretariat'],
          reasonRequired: true,
        },
        ...byTheCycle,
      },
    },
    missing: {
      names: { vi: 'Không nộp', en: 'Not handed in' },
      owner: 'secretariat',
      on: {
        reopen: {
          to: 'open',
          names: { vi: 'Mở lại', en: 'Reopen' },
          by: ['secretariat'],
          reasonRequired: true,
        },
        resume: { to: 'open', by: [...ofCycle] },
        ...byTheCycle,
      },
    },
    excused: {
      names: { vi: 'Được miễn', en: 'Excused' },
      owner: 'secretariat',
      on: { include: { to: 'open', by: [...ofCycle] }, withdraw: { to: 'withdrawn', by: [...ofCycle] } },
    },
    withdrawn: { names: { vi: 'Đã rút cùng đợt', en: 'Withdrawn with the cycle' }, final: true },
  },
};

/** Code under which the procedure is issued. */
export const SUBMISSION_PROCEDURE = 'submission';
