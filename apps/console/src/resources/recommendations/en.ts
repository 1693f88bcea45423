import type { vi } from './vi.js';

export const en = {
  name: 'Recommendation |||| Recommendations',
  purpose:
    'What is asked of authorities above: awaiting an answer, being carried out, closed only when done.',
  search: 'Find a recommendation by its words',
  create: 'Send a recommendation',
  createExplain: 'The authority answers; what is still open goes on the agenda of the next review.',
  send: 'Send',
  sent: 'The recommendation is sent.',
  empty: 'No recommendation yet',
  emptyHint:
    'Units and supervision teams send recommendations upward; answers and what came of them are followed here.',
  all: 'All',
  open: 'Open',
  ended: 'Ended',
  team: 'The supervision team',
  answer: 'Answer the recommendation',
  sendAnswer: 'Send the answer',
  answered: 'The answer is sent.',
  answerOf: 'Answer of %{addressee}',
  agrees: 'Agrees and will act',
  disagrees: 'Does not agree',
  doneOnHelp: 'Blank means today',
  fields: {
    title: 'Recommendation',
    body: 'Words',
    from: 'Recommended by',
    addressee: 'Addressee',
    supervision: 'Supervision',
    answerBy: 'Answer asked by',
    dueOn: 'Answer due',
    state: 'State',
    phrase: 'Deadline as written',
    doneOn: 'Done on',
    answer: {
      text: 'Answer',
      agrees: 'Agrees to act',
      documentNumber: 'Number of the document',
      documentOn: 'Day of the document',
    },
  },
} satisfies typeof vi;
