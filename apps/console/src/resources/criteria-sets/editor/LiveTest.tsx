import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  describeStep,
  formatDecimal,
  policyTexts,
  type CriteriaSetContent,
  type PreviewedCriteriaSet,
} from '@nhip/contracts';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { Sheet } from '../../../shared/Sheet.js';
import { FigureInput } from './FigureInput.js';
import type { SampleFigures } from './sample.js';
import { SamplePeers } from './SamplePeers.js';

interface LiveTestProps {
  readonly content: CriteriaSetContent;
  readonly answer: PreviewedCriteriaSet | undefined;
  readonly figures: SampleFigures;
  readonly onFigures: (figures: SampleFigures) => void;
  readonly months: number;
  readonly onMonths: (months: number) => void;
  /** Other units on figures of theirs, for rules that compare; undefined where this one does not. */
  readonly peers: readonly SampleFigures[] | undefined;
  readonly onPeers: (peers: readonly SampleFigures[]) => void;
}

/** The chosen indicator on figures of one's own: value, points, and every step between. */
export function LiveTest(props: LiveTestProps) {
  const { content, answer, figures, onFigures, months, onMonths, peers, onPeers } = props;
  const text = useText();
  const language = useLanguage();
  if (answer === undefined) return null;
  const nameOf = (code: string) => content.dataElements.find((element) => element.code === code)?.names;
  const { score } = answer;
  return (
    <Sheet title={text('resources.criteria-sets.editor.liveTest')}>
      <Box sx={{ p: 2, pt: 1 }}>
        <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 3 }}>
          {answer.reads.map((read) => (
            <FigureInput
              key={read}
              label={nameIn(nameOf(read) ?? { vi: read }, language)}
              code={read}
              figure={figures[read] ?? { state: 'missing' }}
              onChange={(figure) => onFigures({ ...figures, [read]: figure })}
            />
          ))}
          <TextField
            select
            label={text('resources.criteria-sets.editor.months')}
            value={months}
            onChange={({ target }) => onMonths(Number(target.value))}
            sx={{ width: 160 }}
          >
            {[1, 3, 6, 9, 12].map((number) => (
              <MenuItem key={number} value={number}>
                {number}
              </MenuItem>
            ))}
          </TextField>
        </Box>
        {peers !== undefined && (
          <SamplePeers
            peers={peers}
            reads={answer.reads}
            nameOf={(read) => nameIn(nameOf(read) ?? { vi: read }, language)}
            onChange={onPeers}
          />
        )}
        {score !== null && answer.reads.length === 0 && (
          <Typography color="text.secondary">
            {text('resources.criteria-sets.editor.readsNothing')}
          </Typography>
        )}
        {score === null ? (
          <Typography color="error">{text('resources.criteria-sets.editor.notComputed')}</Typography>
        ) : (
          <Box role="status" aria-live="polite">
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, my: 1 }}>
              <Outcome
                label={text('resources.criteria-sets.editor.value')}
                value={shown(score.shownValue, language)}
              />
              <Outcome
                label={text('resources.criteria-sets.editor.points')}
                value={shown(score.shownPoints, language)}
              />
              {score.state !== 'scored' && (
                <Outcome
                  label={text('resources.criteria-sets.editor.state')}
                  value={stateWord(score.state, text)}
                />
              )}
              {score.policies.length > 0 && (
                <Outcome
                  label={text('resources.criteria-sets.editor.policies')}
                  value={score.policies.map((policy) => policyTexts[policy][language]).join('; ')}
                />
              )}
            </Box>
            <Box component="ol" sx={{ m: 0, pl: 3 }}>
              {score.steps.map((step, at) => (
                // Steps have no name of their own and are never moved.
                <li key={at}>{describeStep(step, language, (code) => answer.names[code])}</li>
              ))}
            </Box>
          </Box>
        )}
      </Box>
    </Sheet>
  );
}

const Outcome = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <Box>
    <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{label}</Box>
    <Box sx={{ fontWeight: 600, fontSize: 16 }}>{value}</Box>
  </Box>
);

const states = { missing: 'missing', 'not-applicable': 'notApplicable', error: 'error' } as const;
const stateWord = (state: string, text: ReturnType<typeof useText>): string =>
  state in states
    ? text(`resources.criteria-sets.editor.states.${states[state as keyof typeof states]}`)
    : state;

function shown(value: string | null, language: 'vi' | 'en'): string {
  if (value === null) return '–';
  return /^-?\d+(\.\d+)?$/.test(value) ? formatDecimal(value, language) : value;
}
