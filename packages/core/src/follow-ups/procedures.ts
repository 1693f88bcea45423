import type { ProcedureDefinitionInput, RoleName } from '@nhip/contracts';

type Arrow = NonNullable<ProcedureDefinitionInput['states'][string]['on']>[string];

const authority: RoleName[] = ['committee', 'secretariat'];
/** The side that recommends: the unit, or the supervision's team. */
const recommender: RoleName[] = ['unit-leader', 'unit-officer', 'auditor'];

const withdraw: Arrow = {
  to: 'withdrawn',
  names: { vi: 'Rút kiến nghị', en: 'Withdraw' },
  by: recommender,
  reasonRequired: true,
};

/** Sent → answered → the answer accepted → done, and only then closed. */
const recommendation: ProcedureDefinitionInput = {
  kind: 'recommendation',
  names: { vi: 'Kiến nghị', en: 'Recommendation' },
  initial: 'sent',
  states: {
    sent: {
      names: { vi: 'Chờ trả lời', en: 'Waits for an answer' },
      owner: 'committee',
      on: {
        answer: {
          to: 'answered',
          names: { vi: 'Trả lời', en: 'Answer' },
          by: authority,
          effects: ['follow-ups.tell-answered'],
        },
        remind: { to: 'sent', effects: ['follow-ups.remind-recommendation'] },
        'deadline-passed': { to: 'sent', effects: ['follow-ups.tell-recommendation-overdue'] },
        withdraw,
      },
      timers: {
        'reminder-3': { from: 'due', workingDays: -3, event: 'remind' },
        deadline: { from: 'due', event: 'deadline-passed' },
      },
    },
    answered: {
      names: { vi: 'Đã trả lời', en: 'Answered' },
      owner: 'unit-leader',
      on: {
        'accept-answer': {
          to: 'accepted',
          names: { vi: 'Chấp nhận trả lời', en: 'Accept the answer' },
          by: recommender,
        },
        'accept-refusal': {
          to: 'refused',
          names: { vi: 'Chấp nhận lý do không thực hiện', en: 'Accept the refusal' },
          by: recommender,
        },
        'return-answer': {
          to: 'sent',
          names: { vi: 'Đề nghị trả lời lại', en: 'Ask again' },
          by: recommender,
          effects: ['follow-ups.tell-answer-returned'],
          reasonRequired: true,
        },
        withdraw,
      },
    },
    accepted: {
      names: { vi: 'Đang thực hiện kiến nghị', en: 'Being carried out' },
      owner: 'committee',
      on: {
        finish: {
          to: 'done',
          names: { vi: 'Đã thực hiện xong', en: 'Done' },
          by: [...authority, 'auditor'],
          effects: ['follow-ups.tell-done'],
        },
        withdraw,
      },
    },
    done: { names: { vi: 'Đã thực hiện xong', en: 'Done' }, final: true },
    refused: { names: { vi: 'Không thực hiện', en: 'Not to be carried out' }, final: true },
    withdrawn: { names: { vi: 'Đã rút', en: 'Withdrawn' }, final: true },
  },
};

/** Ready procedures of follow-ups, by code. */
export const followUpProcedures: Readonly<Record<'recommendation', ProcedureDefinitionInput>> = {
  recommendation,
};
