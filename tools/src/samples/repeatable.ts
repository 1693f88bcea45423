import { createHash } from 'node:crypto';
import type { Actor, Call } from '@nhip/core/platform';
import type { Instant } from '@nhip/core/shared';

/**
 * A call under a fixed key: done once, and answered from the log when the loader, killed half-way, comes by again.
 * `data` is what the command is made of; another content under the same key is refused.
 */
export function repeatable(actor: Actor, now: Instant, key: string, data: unknown): Call {
  const fingerprint = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  return { actor, now, command: { key: `samples/${key}`, type: 'samples.play', fingerprint } };
}
