import Box from '@mui/material/Box';
import { formatDay, formatDecimal, type IndicatorEffect } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { placed, type PlacedLine } from './effect-lines.js';

const WIDTH = 560;
const HEIGHT = 190;

/** The indicator through the cycles: each unit a thin line, all together the thick one, the directive's day marked. */
export function EffectChart({ effect, heldOn }: { effect: IndicatorEffect; heldOn: string }) {
  const text = useText();
  const language = useLanguage();
  const { lines, columns, marks, divide } = placed(effect, { width: WIDTH, height: HEIGHT });
  return (
    <Box sx={{ overflowX: 'auto', px: 2, pt: 1 }}>
      <Box
        component="svg"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={text('resources.conclusions.chartOf', { name: nameIn(effect.names, language) })}
        sx={{ width: '100%', minWidth: 340, maxWidth: 720, fontSize: 11, display: 'block' }}
      >
        {marks.map(({ y, value }) => (
          <Box component="g" key={value} sx={{ color: 'divider' }}>
            <line x1={44} x2={WIDTH - 12} y1={y} y2={y} stroke="currentColor" />
            <Box component="text" x={38} y={y + 4} textAnchor="end" sx={{ fill: 'text.secondary' }}>
              {formatDecimal(value, language)}
            </Box>
          </Box>
        ))}
        {columns.map(({ x, cycle }) => (
          <Box component="text" key={cycle.id} x={x} y={HEIGHT - 8} textAnchor="middle" sx={quiet}>
            {cycle.code}
          </Box>
        ))}
        {divide !== undefined && (
          <Box component="g" sx={{ color: 'warning.main' }}>
            <line
              x1={divide}
              x2={divide}
              y1={14}
              y2={HEIGHT - 26}
              stroke="currentColor"
              strokeDasharray="4 3"
            />
            <Box component="text" x={divide} y={10} textAnchor="middle" sx={{ fill: 'currentColor' }}>
              {formatDay(heldOn)}
            </Box>
          </Box>
        )}
        {lines.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </Box>
    </Box>
  );
}

/** Hollow where a value may not be compared with the others. */
function Line({ line: { together, parts, dots } }: { line: PlacedLine }) {
  return (
    <Box
      component="g"
      sx={{ color: together ? 'primary.main' : 'text.secondary' }}
      opacity={together ? 1 : 0.45}
    >
      {parts.map((points) => (
        <polyline
          key={points}
          points={points}
          fill="none"
          stroke="currentColor"
          strokeWidth={together ? 2.5 : 1}
        />
      ))}
      {dots.map(({ x, y, hollow, value }) => (
        <Box
          component="circle"
          key={x}
          cx={x}
          cy={y}
          r={together ? 4 : 2}
          stroke="currentColor"
          sx={{ fill: hollow ? 'none' : 'currentColor' }}
        >
          <title>{value}</title>
        </Box>
      ))}
    </Box>
  );
}

const quiet = { fill: 'text.secondary' } as const;
