/** How much one account, or one address where nobody is signed in, may ask for in a minute. */
export interface RateLimits {
  /** Requests of any kind. */
  readonly requests: number;
  /** Those that change something. */
  readonly writes: number;
  /** Imports and exports: files in either direction. */
  readonly files: number;
}
export type LimitName = keyof RateLimits;

const MINUTE = 60_000;
/** So many askers are kept in mind; beyond that the one heard of longest ago is forgotten. */
const MOST_ASKERS = 50_000;

/**
 * A minute's allowance may be used at once, and comes back evenly. It lives in the memory of this process: each of
 * several API processes gives the whole allowance.
 */
export class RateLimiter {
  /** When all of an asker's allowance is back, in milliseconds of the clock; ordered by when it was last asked for. */
  private readonly fullAt = new Map<string, number>();

  constructor(
    private readonly limits: RateLimits,
    private readonly clock: () => number = () => performance.now(),
    private readonly most = MOST_ASKERS,
  ) {}

  /** Takes one of the allowance. Answers 0, or after how many whole seconds there is one again. */
  take(name: LimitName, asker: string): number {
    const key = `${name} ${asker}`;
    const now = this.clock();
    const fullAt = Math.max(now, this.fullAt.get(key) ?? now) + MINUTE / this.limits[name];
    const wait = fullAt - now - MINUTE;
    // Fractions of a millisecond are what adding thirds leaves over.
    if (wait >= 1) return Math.ceil(wait / 1000);
    this.fullAt.delete(key);
    this.fullAt.set(key, fullAt);
    this.forgetOldest();
    return 0;
  }

  private forgetOldest(): void {
    if (this.fullAt.size <= this.most) return;
    for (const key of this.fullAt.keys()) {
      this.fullAt.delete(key);
      return;
    }
  }
}
