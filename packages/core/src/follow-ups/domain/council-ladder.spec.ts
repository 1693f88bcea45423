import { describe, expect, it } from '@jest/globals';
import { councilSteps, type CouncilStep } from '@nhip/contracts';
import type { Day } from '../../shared/index.js';
import { nextStep, offeredSteps, passesOver, type LadderStanding } from './council-ladder.js';

const today = '2022-10-20' as Day;
const standing = (steps: readonly CouncilStep[], rest: Partial<LadderStanding> = {}): LadderStanding => ({
  taken: steps.map((step, place) => ({ step, onDay: `2022-10-${10 + place}` as Day })),
  dueOn: '2022-10-07' as Day,
  overdue: true,
  ended: false,
  ...rest,
});
const take = (steps: readonly CouncilStep[], step: CouncilStep, given: object = {}, rest = {}) =>
  nextStep(standing(steps, rest), { step, onDay: today, note: '', ...given }, today);

describe('the council’s ladder', () => {
  it('goes up step by step, and only urging again repeats', () => {
    let taken: CouncilStep[] = [];
    for (const step of councilSteps) {
      expect(take(taken, step)).toEqual({ ok: true, value: step });
      taken = [...taken, step];
    }
    expect(offeredSteps(standing(taken))).toEqual([]);
    expect(offeredSteps(standing([]))).toEqual(councilSteps.filter((step) => step !== 'urge-again'));
    expect(offeredSteps(standing(['urge', 'urge-again']))[0]).toBe('urge-again');
    expect(offeredSteps(standing(['urge']))[0]).toBe('urge-again');
    expect(offeredSteps(standing(['refer']))).toEqual(councilSteps.slice(3));
    expect(take(['refer'], 'urge')).toMatchObject({ ok: false, code: 'COUNCIL_STEP_BACK' });
    expect(take(['urge'], 'urge')).toMatchObject({ code: 'COUNCIL_STEP_BACK' });
  });

  it('passes steps over only with a reason; urging again need not have been', () => {
    expect(passesOver(standing(['urge']).taken, 'refer')).toBe(false);
    expect(take(['urge'], 'questioning')).toMatchObject({ code: 'COUNCIL_STEP_SKIPS' });
    expect(take([], 'refer')).toMatchObject({ code: 'COUNCIL_STEP_SKIPS' });
    expect(take(['urge'], 'questioning', { note: 'Thường trực HĐND chỉ đạo' })).toMatchObject({ ok: true });
  });

  it('only urges before the deadline; without one every step is open; after the end none', () => {
    const early = { overdue: false };
    expect(offeredSteps(standing([], early))).toEqual(['urge']);
    expect(take(['urge'], 'refer', {}, early)).toMatchObject({ code: 'COUNCIL_STEP_EARLY' });
    expect(offeredSteps(standing(['urge'], { overdue: false, dueOn: null }))).toContain('refer');
    expect(offeredSteps(standing([], { ended: true }))).toEqual([]);
  });

  it('has its documents in order of their days', () => {
    expect(take(['urge'], 'refer', { onDay: '2022-10-09' })).toMatchObject({ code: 'COUNCIL_STEP_DATE' });
    expect(take(['urge'], 'refer', { onDay: '2022-10-21' })).toMatchObject({ code: 'COUNCIL_STEP_DATE' });
    expect(take(['urge'], 'refer', { onDay: '2022-10-10' })).toMatchObject({ ok: true });
  });
});
