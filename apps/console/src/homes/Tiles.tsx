import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDecimal, type OverviewTile } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../i18n/use-text.js';

/** Tiles whose number is a warning when it is not 0. */
const warning = new Set<OverviewTile['kind']>(['tasks-overdue', 'open-overdue', 'tasks-today']);

/** A few numbers to see at a glance, each leading to what it counts. */
export function Tiles({ tiles }: { tiles: readonly OverviewTile[] }) {
  if (tiles.length === 0) return null;
  return (
    <Box component="ul" sx={grid(tiles.length)}>
      {tiles.map((tile) => (
        <Box component="li" key={tile.kind} sx={{ display: 'flex' }}>
          {tile.link === null ? (
            <Box sx={box}>
              <Contents tile={tile} />
            </Box>
          ) : (
            <Box component={Link} to={tile.link} sx={{ ...box, '&:hover': { borderColor: 'primary.main' } }}>
              <Contents tile={tile} />
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}

function Contents({ tile }: { tile: OverviewTile }) {
  const text = useText();
  const language = useLanguage();
  const number = (count: number) => formatDecimal(String(count), language);
  const late = tile.count > 0 && warning.has(tile.kind);
  return (
    <>
      <Typography component="span" color="text.secondary" sx={{ display: 'block', fontSize: 13 }}>
        {text(`home.tiles.${tile.kind}`)}
      </Typography>
      <Box component="span" sx={{ display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: 1 }}>
        <Box component="span" sx={{ ...figure, color: late ? 'error.main' : 'text.primary' }}>
          {number(tile.count)}
          {tile.of !== null && (
            <Box component="span" sx={{ color: 'text.secondary', fontSize: 16 }}>
              {' '}
              / {number(tile.of)}
            </Box>
          )}
        </Box>
        {tile.serious !== null && tile.serious > 0 && (
          <Box component="span" sx={{ color: 'error.main', fontSize: 13 }}>
            {text(`home.serious.${seriousOf(tile.kind)}`, {
              count: tile.serious,
            })}
          </Box>
        )}
      </Box>
    </>
  );
}

/** What makes some of the counted serious. */
const seriousOf = (kind: OverviewTile['kind']) =>
  kind === 'submitted' ? 'submitted' : kind === 'requirements-open' ? 'overdue' : 'findings';

/** On a phone two or three side by side, so that no row is left with a hole. */
const grid = (count: number) => ({
  listStyle: 'none',
  m: 0,
  mb: 2,
  p: 0,
  display: 'grid',
  gap: 1,
  gridTemplateColumns: {
    xs: `repeat(${count % 3 === 0 ? 3 : 2}, minmax(0, 1fr))`,
    sm: 'repeat(auto-fit, minmax(180px, 1fr))',
  },
});

const box = {
  flex: 1,
  minWidth: 0,
  px: { xs: 1.5, sm: 2 },
  py: 1.25,
  color: 'inherit',
  textDecoration: 'none',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;

const figure = {
  fontSize: 24,
  fontWeight: 600,
  lineHeight: 1.4,
  fontVariantNumeric: 'tabular-nums',
} as const;
