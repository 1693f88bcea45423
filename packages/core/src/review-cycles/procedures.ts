import type { ProcedureDefinitionInput } from '@nhip/contracts';

type State = ProcedureDefinitionInput['states'][string];
type Arrow = NonNullable<State['on']>[string];

const correction = (to: string, effects: string[]): Arrow => ({
  to,
  by: ['secretariat'],
  effects,
  reasonRequired: true,
});

/** What the secretariat may put right while figures are being collected. */
const corrections = (stage: string): Record<string, Arrow> => ({
  'move-deadline': correction(stage, ['submissions.move-deadline']),
  'add-participants': correction(stage, ['submissions.open']),
  'excuse-participant': correction(stage, ['submissions.excuse']),
});

const publish = (stage: string): Arrow => ({
  to: stage,
  names: { vi: 'Công bố kết quả', en: 'Publish the results' },
  by: ['committee'],
  effects: ['scoring.publish'],
});

const prepared: State = {
  names: { vi: 'Chuẩn bị', en: 'Prepared' },
  owner: 'secretariat',
  on: {
    launch: {
      to: 'collecting',
      names: { vi: 'Mở đợt', en: 'Launch' },
      by: ['committee'],
      guards: ['review-cycles.has-participants'],
      effects: ['submissions.open'],
    },
    discard: {
      to: 'withdrawn',
      names: { vi: 'Bỏ đợt', en: 'Discard' },
      by: ['secretariat'],
      reasonRequired: true,
    },
  },
};

const collecting: State = {
  names: { vi: 'Thu thập', en: 'Collecting' },
  owner: 'secretariat',
  on: {
    ...corrections('collecting'),
    'end-stage': {
      to: 'conferring',
      names: { vi: 'Kết thúc thu thập', en: 'End the collection' },
      by: ['secretariat'],
      effects: ['submissions.lock', 'findings.check', 'scoring.run'],
    },
    withdraw: {
      to: 'withdrawn',
      names: { vi: 'Rút lại việc mở đợt', en: 'Withdraw the launch' },
      by: ['committee'],
      guards: ['submissions.none-accepted'],
      effects: ['submissions.withdraw'],
      reasonRequired: true,
    },
  },
  timers: { 'stage-deadline': { from: 'collecting', event: 'end-stage' } },
};

const conferring: State = {
  names: { vi: 'Hội nghị', en: 'Conference' },
  owner: 'committee',
  on: {
    conclude: { to: 'explaining', names: { vi: 'Kết luận', en: 'Conclude' }, by: ['committee'] },
    'conclude-without-explanation': {
      to: 'following-up',
      names: { vi: 'Kết luận, không yêu cầu giải trình', en: 'Conclude without explanations' },
      by: ['committee'],
    },
    reopen: {
      ...correction('collecting', ['submissions.reopen']),
      names: { vi: 'Mở lại thu thập', en: 'Reopen the collection' },
    },
    publish: publish('conferring'),
  },
};

const explaining: State = {
  names: { vi: 'Giải trình', en: 'Explaining' },
  owner: 'secretariat',
  on: {
    'end-stage': {
      to: 'following-up',
      names: { vi: 'Kết thúc giải trình', en: 'End the explanations' },
      by: ['secretariat'],
    },
    'move-deadline': correction('explaining', []),
    publish: publish('explaining'),
  },
  timers: { 'stage-deadline': { from: 'explaining', event: 'end-stage' } },
};

const followingUp: State = {
  names: { vi: 'Theo dõi sau kết luận', en: 'Following up' },
  owner: 'secretariat',
  on: {
    publish: publish('following-up'),
    close: {
      to: 'closed',
      names: { vi: 'Đóng đợt', en: 'Close' },
      by: ['secretariat', 'committee'],
      effects: ['follow-ups.carry-over'],
    },
  },
};

const ends: Record<string, State> = {
  closed: { names: { vi: 'Đã đóng', en: 'Closed' }, final: true },
  withdrawn: { names: { vi: 'Đã rút', en: 'Withdrawn' }, final: true },
};

/** The order of the first seed round: figures, conference, conclusion, then explanations and follow-up. */
const conferenceFirst: ProcedureDefinitionInput = {
  kind: 'review-cycle',
  names: { vi: 'Rà soát: hội nghị trước, giải trình sau', en: 'Review: conference first, then explanations' },
  initial: 'prepared',
  states: { prepared, collecting, conferring, explaining, 'following-up': followingUp, ...ends },
};

/** The other usual order: weak results are explained before the conference. */
const explanationFirst: ProcedureDefinitionInput = {
  kind: 'review-cycle',
  names: {
    vi: 'Rà soát: giải trình trước, hội nghị sau',
    en: 'Review: explanations first, then the conference',
  },
  initial: 'prepared',
  states: {
    prepared,
    collecting: {
      ...collecting,
      on: {
        ...collecting.on,
        'end-stage': {
          ...endOf(collecting),
          to: 'explaining',
          effects: [...(endOf(collecting).effects ?? []), 'follow-ups.ask-explanations'],
        },
      },
    },
    explaining: {
      ...explaining,
      on: { ...explaining.on, 'end-stage': { ...endOf(explaining), to: 'conferring' } },
    },
    conferring: {
      ...conferring,
      on: {
        conclude: { to: 'following-up', names: { vi: 'Kết luận', en: 'Conclude' }, by: ['committee'] },
        publish: publish('conferring'),
        reopen: {
          ...correction('collecting', ['submissions.reopen']),
          names: { vi: 'Mở lại thu thập', en: 'Reopen the collection' },
        },
      },
    },
    'following-up': followingUp,
    ...ends,
  },
};

function endOf(state: State): Arrow {
  const arrow = state.on?.['end-stage'];
  if (arrow === undefined) throw new Error('the stage has no end');
  return arrow;
}

/** Ready procedures of review cycles, by code; the first is the default. */
export const reviewCycleProcedures: Readonly<Record<string, ProcedureDefinitionInput>> = {
  'review-conference-first': conferenceFirst,
  'review-explanation-first': explanationFirst,
};
