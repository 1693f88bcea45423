/**
 * A cell's background from orange (nothing reached) over none (half) to blue (all of it): readable without telling
 * red from green, on light and dark alike. `share` is 0–100; null: no points to share, only weak or not.
 */
export function cellShade(share: number | null, weak: boolean): string | undefined {
  if (share === null) return weak ? mix(ORANGE, 34) : undefined;
  const distance = Math.min(100, Math.max(0, share)) - 50;
  const strength = Math.round((Math.abs(distance) / 50) * STRONGEST);
  return strength === 0 ? undefined : mix(distance < 0 ? ORANGE : BLUE, strength);
}

const ORANGE = '#e08a2e';
const BLUE = '#3b7fc4';
const STRONGEST = 48;
const mix = (colour: string, percent: number): string =>
  `color-mix(in srgb, ${colour} ${percent}%, transparent)`;

/** Widths of a total's parts in per cent of the bar; what was taken away has none. */
export function barParts(
  fields: readonly { readonly field: string; readonly share: number }[],
): readonly { readonly field: string; readonly width: number }[] {
  const parts = fields
    .filter(({ share }) => share > 0)
    .map(({ field, share }) => ({ field, width: share / 10 }));
  const sum = parts.reduce((total, { width }) => total + width, 0);
  return sum <= 100 ? parts : parts.map(({ field, width }) => ({ field, width: (width / sum) * 100 }));
}

/** The colour of the n-th field: tints of the accent, told apart by lightness and by their order. */
export function fieldColour(place: number): string {
  const strength = [100, 62, 36, 82, 50, 24][place % 6] ?? 100;
  return `color-mix(in srgb, var(--field) ${strength}%, transparent)`;
}
