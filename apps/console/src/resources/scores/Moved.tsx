import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { formatDecimal, incomparableTexts, type ComparedRound, type Movement } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';

/** Up or down since the round before, in signs and words, or why there is no comparison. */
export function Moved({ movement }: { movement: Movement }) {
  const text = useText();
  const language = useLanguage();
  if (!movement.comparable) {
    return (
      <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
        {text('resources.scores.incomparable', { why: incomparableTexts[movement.reason][language] })}
      </Box>
    );
  }
  const { places, from, published, publishedPoints } = movement;
  const points =
    publishedPoints === undefined
      ? ''
      : ` (${text('resources.scores.points', { points: formatDecimal(publishedPoints, language) })})`;
  const source = (
    <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
      {places !== 0 && text('resources.scores.from', { rank: from })}
      {points}
      {published && <>, {text('resources.scores.publishedRound.mark')}</>}
    </Box>
  );
  if (places === 0)
    return (
      <span>
        = {text('resources.scores.same')} {source}
      </span>
    );
  return (
    <Box component="span" sx={{ color: places > 0 ? 'success.main' : 'warning.main' }}>
      <span style={{ whiteSpace: 'nowrap' }}>
        {places > 0 ? '▲' : '▼'} {Math.abs(places)}
      </span>{' '}
      {source}
    </Box>
  );
}

/** With which round ranks are compared; of one entered as published, from where. */
export function ComparedWith({ cycleId, earlier }: { cycleId: string; earlier: ComparedRound }) {
  const text = useText();
  const language = useLanguage();
  const name = nameIn(earlier.names, language);
  if (earlier.source === null) return <>{text('resources.scores.comparedWith', { round: name })}</>;
  return (
    <>
      {text('resources.scores.comparedWithPublished', { round: name, source: earlier.source })}{' '}
      <MuiLink component={Link} underline="always" to={`/scores/${cycleId}/published-round`}>
        {text('resources.scores.publishedRound.see')}
      </MuiLink>
    </>
  );
}
