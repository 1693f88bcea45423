import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { describeStep, type Names, type TraceStep } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { isResult } from './exercise.js';

export interface StepsProps {
  readonly steps: readonly TraceStep[];
  readonly names: Readonly<Record<string, Names>>;
  /** Asks for the versions of a figure; absent where the reader may not see them. */
  readonly onFigure?: ((element: string) => void) | undefined;
}

/** Steps of a trace, one a line, as a reader with a calculator follows them. */
export function Steps({ steps, names, onFigure }: StepsProps) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box component="ol" sx={list}>
      {steps.map((step, place) => {
        const words = describeStep(step, language, (code) => names[code]);
        const element = recorded.has(step.code) ? step.params['element'] : undefined;
        return (
          // A trace is never reordered: the place is what a step is known by.
          <Box component="li" key={place} sx={isResult(step) ? { fontWeight: 600 } : {}}>
            {element === undefined || onFigure === undefined ? (
              words
            ) : (
              <MuiLink
                component="button"
                type="button"
                title={text('resources.scores.versions.open')}
                onClick={() => onFigure(element)}
                sx={opener}
              >
                {words}
              </MuiLink>
            )}
          </Box>
        );
      })}
    </Box>
  );
}

/** Steps that read a figure as somebody recorded it. */
const recorded: ReadonlySet<string> = new Set([
  'FIGURE',
  'FIGURE_NOTHING',
  'FIGURE_NOT_APPLICABLE',
  'FIGURE_MISSING',
]);

const list = {
  m: 0,
  mt: 0.5,
  px: 2.25,
  py: 0.25,
  listStyle: 'none',
  borderLeft: 2,
  borderColor: 'divider',
  fontVariantNumeric: 'tabular-nums',
  overflowWrap: 'anywhere',
} as const;
const opener = {
  font: 'inherit',
  textAlign: 'left',
  verticalAlign: 'baseline',
  color: 'inherit',
  textDecoration: 'underline dotted',
  textUnderlineOffset: '3px',
  '@media print': { textDecoration: 'none' },
} as const;
