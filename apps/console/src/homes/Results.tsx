import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { formatDecimal, incomparableTexts, unrankedTexts, type OverviewResult } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../i18n/use-text.js';
import { nameIn } from '../session/language.js';
import { Sheet } from '../shared/Sheet.js';

/** How the unit came out last: points, place, movement, and the way to why. */
export function Results({ results }: { results: readonly OverviewResult[] }) {
  const text = useText();
  const language = useLanguage();
  if (results.length === 0) return null;
  return (
    <Sheet title={text('home.result.title')}>
      {results.map((result) => (
        <Box key={result.unit.id} sx={{ px: 2, py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <Typography color="text.secondary">
            {nameIn(result.cycle.names, language)}
            {results.length > 1 && ` · ${nameIn(result.unit.names, language)}`}
          </Typography>
          <Place result={result} />
          <Typography color="text.secondary" sx={{ fontSize: 13 }}>
            <Movement result={result} />
            {!result.published && ` · ${text('home.result.notPublished')}`}
          </Typography>
          <Button component={Link} to={result.link} variant="outlined" sx={{ mt: 1 }}>
            {text('home.result.why')}
          </Button>
        </Box>
      ))}
    </Sheet>
  );
}

function Place({ result }: { result: OverviewResult }) {
  const text = useText();
  const language = useLanguage();
  const number = (value: string) => formatDecimal(value, language);
  return (
    <Typography sx={{ fontSize: 18, fontWeight: 600, my: 0.25 }}>
      {result.shownPoints === null
        ? '–'
        : text('home.result.points', { points: number(result.shownPoints), max: number(result.maxPoints) })}
      {result.rank !== null &&
        ` · ${text('home.result.rank', { rank: result.rank, ranked: result.ranked })}${
          result.tied ? ` (${text('home.result.tied')})` : ''
        }`}
      {result.unranked !== null && ` · ${unrankedTexts[result.unranked][language]}`}
    </Typography>
  );
}

function Movement({ result: { movement } }: { result: OverviewResult }) {
  const text = useText();
  const language = useLanguage();
  if (!movement.comparable) return incomparableTexts[movement.reason][language];
  if (movement.places === 0) return text('home.result.same');
  return text(movement.places > 0 ? 'home.result.up' : 'home.result.down', {
    count: Math.abs(movement.places),
  });
}
