import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { formatDecimal, type RankingPage, type RankingRow } from '@nhip/contracts';
import { useLanguage } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { barParts, fieldColour } from './shades.js';

type Fields = RankingPage['fields'];

/** A total as a bar of its fields; the exact parts on hover and for readers of the page. */
export function ScoreBar({ row, fields }: { row: RankingRow; fields: Fields }) {
  const language = useLanguage();
  if (row.shownPoints === null) return null;
  const words = row.fields
    .map(({ field, shownPoints }) => {
      const named = fields.find(({ code }) => code === field)?.names;
      return `${named ? nameIn(named, language) : field}: ${formatDecimal(shownPoints, language)}`;
    })
    .join(' · ');
  return (
    <Tooltip title={words}>
      <Box role="img" aria-label={words} sx={bar}>
        {barParts(row.fields).map(({ field, width }) => (
          <Box
            key={field}
            sx={{
              width: `${width}%`,
              bgcolor: fieldColour(fields.findIndex(({ code }) => code === field)),
              borderRight: '1px solid',
              borderColor: 'background.paper',
            }}
          />
        ))}
      </Box>
    </Tooltip>
  );
}

/** Which tint is which field. */
export function FieldLegend({ fields }: { fields: Fields }) {
  const language = useLanguage();
  return (
    <Box component="ul" sx={legend}>
      {fields.map(({ code, names }, place) => (
        <Box component="li" key={code} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Box sx={{ ...tint, width: 12, height: 12, borderRadius: 0.5, bgcolor: fieldColour(place) }} />
          {nameIn(names, language)}
        </Box>
      ))}
    </Box>
  );
}

const tint = {
  '--field': (theme: { palette: { primary: { main: string } } }) => theme.palette.primary.main,
  printColorAdjust: 'exact',
} as const;
const bar = {
  ...tint,
  display: 'flex',
  minWidth: 120,
  '@media print': { minWidth: 80 },
  width: '100%',
  maxWidth: 320,
  height: 12,
  borderRadius: 0.5,
  overflow: 'hidden',
  bgcolor: 'action.hover',
} as const;
const legend = {
  listStyle: 'none',
  m: 0,
  px: 2,
  py: 1,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 2,
  rowGap: 0.5,
  fontSize: 13,
  borderBottom: 1,
  borderColor: 'divider',
} as const;
