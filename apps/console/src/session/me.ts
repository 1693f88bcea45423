import type { Me } from '@nhip/contracts';

export type { Me } from '@nhip/contracts';
export type Assignment = Me['assignments'][number];
/** Business time of a sample installation: it stands at `at` and goes on while `target` lies ahead. */
export type DemoClock = NonNullable<Me['demoClock']>;
