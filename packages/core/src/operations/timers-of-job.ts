/** Jobs that fire timers, of one or of several together. */
export const firesTimers = (job: string): string =>
  `${job}.name in ('workflow.fire-timer', 'workflow.fire-timers')`;

/** The ids of a job's timers, as an array. */
export const timersOf = (job: string): string =>
  `(case when ${job}.payload ? 'timerIds'
         then array(select one::bigint from jsonb_array_elements_text(${job}.payload -> 'timerIds') one)
         else array[(${job}.payload ->> 'timerId')::bigint] end)`;
