import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ImpliedPart, PublishedFigureAnswer, PublishedReading } from '@nhip/contracts';
import { fillWords } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';
import { FindingImportanceChip } from '../findings/FindingState.js';
import { answerAsText } from './answer-as-text.js';

const looks: Readonly<Record<PublishedFigureAnswer['verdict'], { shape: StateShape; tone: StateTone }>> = {
  both: { shape: 'tick', tone: 'good' },
  'half-up-only': { shape: 'half', tone: 'soon' },
  'truncation-only': { shape: 'half', tone: 'soon' },
  neither: { shape: 'cross', tone: 'late' },
  undecidable: { shape: 'ring', tone: 'quiet' },
};

/** Kinds in which no rounding is in question. */
const plainKinds: ReadonlySet<PublishedFigureAnswer['kind']> = new Set(['rank', 'total', 'balance', 'order']);

/** What the printed figure can have meant: the verdict, each reading, what is implied, what to know. */
export function AnswerSheet({ answer, name }: { answer: PublishedFigureAnswer; name: string }) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const { readings, implied, flags, printed } = answer;
  const plain = plainKinds.has(answer.kind);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(answerAsText(answer, { name, language, text }));
      notify(text('resources.published-figures.copied'), { type: 'success' });
    } catch {
      notify(text('resources.published-figures.notCopied'), { type: 'warning' });
    }
  };
  return (
    <>
      <Sheet title={text('resources.published-figures.answer')}>
        <Box sx={{ p: 2, display: 'grid', gap: 1 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            {(name !== '' || printed) && (
              <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {[name, printed?.text].filter(Boolean).join(': ')}
              </Typography>
            )}
            <VerdictChip verdict={answer.verdict} plain={plain} />
          </Box>
          <Typography>{nameIn(answer.summary, language)}</Typography>
          <Box className="no-print" sx={{ display: 'flex', gap: 1 }}>
            <Button size="small" variant="outlined" onClick={() => void copy()}>
              {text('resources.published-figures.copy')}
            </Button>
            <Button size="small" onClick={() => window.print()}>
              {text('resources.published-figures.print')}
            </Button>
          </Box>
        </Box>
      </Sheet>
      {readings.length > 0 && (
        <Sheet title={text('resources.published-figures.readings')}>
          {readings.map((reading, index) => (
            <Reading key={index} reading={reading} plain={plain} />
          ))}
        </Sheet>
      )}
      {implied.length > 0 && (
        <Sheet title={text('resources.published-figures.implied')}>
          {implied.map((part, index) => (
            <Implied key={index} part={part} />
          ))}
        </Sheet>
      )}
      <Sheet title={text('resources.published-figures.flags')}>
        {flags.length === 0 ? (
          <Alert severity="success" variant="outlined" sx={{ m: 2 }}>
            {text('resources.published-figures.noFlags')}
          </Alert>
        ) : (
          flags.map(({ code, importance, message }) => (
            <Box
              key={code}
              sx={{ ...line, display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1 }}
            >
              <FindingImportanceChip importance={importance} />
              <Typography component="span" sx={{ flex: '1 1 300px', minWidth: 0 }}>
                {nameIn(message, language)}
              </Typography>
            </Box>
          ))
        )}
      </Sheet>
    </>
  );
}

type Verdict = Pick<PublishedFigureAnswer, 'verdict'> & { readonly plain: boolean };

function VerdictChip({ verdict, plain }: Verdict) {
  const text = useText();
  const label = text(
    plain && verdict === 'both'
      ? 'resources.published-figures.fits'
      : `resources.published-figures.verdicts.${verdict}`,
  );
  return <StateChip label={label} {...looks[verdict]} />;
}

function Reading({ reading, plain }: { reading: PublishedReading; plain: boolean }) {
  const text = useText();
  const language = useLanguage();
  const number = (value: string) => fillWords('{value}', { value }, language);
  const apart = !plain || reading.halfUp !== reading.exact || reading.truncated !== reading.exact;
  const numbers = [
    ['exact', number(reading.exact)],
    ...(apart
      ? ([
          ['rounded', number(reading.halfUp)],
          ['truncatedTo', number(reading.truncated)],
        ] as const)
      : []),
    ['off', number(reading.residual)],
    ...(plain ? [] : ([['fraction', reading.ratio]] as const)),
  ] as const;
  return (
    <Box sx={line}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}>
        <Typography component="h3" variant="body1" sx={{ fontWeight: 600 }}>
          {nameIn(reading.name, language)}
        </Typography>
        {reading.declared && (
          <Typography variant="caption" color="text.secondary">
            {text('resources.published-figures.declaredMark')}
          </Typography>
        )}
        <VerdictChip verdict={reading.verdict} plain={plain} />
      </Box>
      <Typography sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>{nameIn(reading.words, language)}</Typography>
      <Box component="dl" sx={grid}>
        {numbers.map(([label, value]) => (
          <Box key={label}>
            <Typography component="dt" variant="caption" color="text.secondary">
              {text(`resources.published-figures.${label}`)}
            </Typography>
            <Typography
              component="dd"
              sx={{ m: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}
            >
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Implied({ part }: { part: ImpliedPart }) {
  const language = useLanguage();
  return <Typography sx={line}>{nameIn(part.words, language)}</Typography>;
}

const line = { px: 2, py: 1.25, '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' } } as const;
const grid = {
  m: 0,
  mt: 0.75,
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(120px, 1fr))',
  columnGap: 2,
  rowGap: 0.5,
} as const;
