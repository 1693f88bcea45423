import { useMe } from '../../session/SessionContext.js';

/** The years one can review: next year by business time, this one, and six before. */
export function useYears(): readonly number[] {
  const me = useMe();
  const year = Number((me.demoClock?.at ?? me.now).slice(0, 4));
  return Array.from({ length: 8 }, (_, back) => year + 1 - back);
}
