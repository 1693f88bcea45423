import type { Me } from '@nhip/contracts';

export type { Me } from '@nhip/contracts';
export type Assignment = Me['assignments'][number];
