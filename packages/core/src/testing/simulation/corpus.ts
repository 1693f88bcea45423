/** Seeds that once found a broken promise, in the engine or in the simulation; each is played again for ever. */
export const corpus: readonly number[] = [];
