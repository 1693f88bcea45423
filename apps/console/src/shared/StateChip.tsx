import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Shapes, so that a state is told without its colour. */
const shapes = {
  disc: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9Z" fill="currentColor" />
    </>
  ),
  triangle: <path d="M6 1 11.5 11H.5Z" fill="currentColor" />,
  tick: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  back: <path d="M5 2 2 5l3 3M2 5h5a3 3 0 0 1 0 6H4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  pause: <path d="M3 1.5h2v9H3zM7 1.5h2v9H7z" fill="currentColor" />,
  cross: <path d="m2 2 8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  ring: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />,
} satisfies Record<string, ReactNode>;
export type StateShape = keyof typeof shapes;
export type StateTone = 'good' | 'soon' | 'late' | 'info' | 'quiet';

const colours = {
  good: 'success.main',
  soon: 'warning.main',
  late: 'error.main',
  info: 'info.main',
  quiet: 'text.secondary',
} satisfies Record<StateTone, string>;

interface StateChipProps {
  readonly label: string;
  readonly shape: StateShape;
  readonly tone: StateTone;
}

/** A state: shape, colour and word. */
export function StateChip({ label, shape, tone }: StateChipProps) {
  return (
    <Box component="span" sx={{ ...chip, color: colours[tone] }}>
      <Shape shape={shape} />
      {label}
    </Box>
  );
}

/** The shape alone, where the words stand beside it. */
export function StateMark({ shape, tone }: Pick<StateChipProps, 'shape' | 'tone'>) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', color: colours[tone] }}>
      <Shape shape={shape} />
    </Box>
  );
}

function Shape({ shape }: Pick<StateChipProps, 'shape'>) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden style={{ flex: 'none' }}>
      {shapes[shape]}
    </svg>
  );
}

const chip = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.75,
  px: 1,
  height: 22,
  border: '1px solid currentColor',
  borderColor: 'color-mix(in srgb, currentColor 35%, transparent)',
  borderRadius: 1,
  fontSize: 13,
  fontWeight: 500,
  lineHeight: 1.4,
  whiteSpace: 'nowrap',
} as const;
