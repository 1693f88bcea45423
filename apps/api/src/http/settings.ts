import type { RateLimits } from './rate-limits.js';

export const HTTP_SETTINGS = Symbol('HTTP_SETTINGS');

export interface HttpSettings {
  /** Origin people type, such as https://nhip.example.gov.vn; absent on loopback. */
  readonly publicUrl?: string | undefined;
  /** Folder of the built console; absent: only the API is served. */
  readonly consoleDir?: string | undefined;
  /** Networks of the reverse proxies whose X-Forwarded-For is believed; empty: none. */
  readonly trustProxy: readonly string[];
  /** What one account, or one address, may ask for in a minute; absent: as much as it likes. */
  readonly rateLimits?: RateLimits | undefined;
}
