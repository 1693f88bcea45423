import type { WhatIfItem } from '@nhip/contracts';
import type { StateShape, StateTone } from '../../../shared/StateChip.js';

export const whatIfLooks: Readonly<
  Record<WhatIfItem['status'], { readonly shape: StateShape; readonly tone: StateTone }>
> = {
  open: { shape: 'half', tone: 'info' },
  kept: { shape: 'tick', tone: 'good' },
  dropped: { shape: 'cross', tone: 'quiet' },
};
