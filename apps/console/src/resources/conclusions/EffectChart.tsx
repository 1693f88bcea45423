import Box from '@mui/material/Box';
import { formatDay, formatDecimal, type IndicatorEffect } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { placed, type PlacedLine } from './effect-lines.js';

/** Of the drawing, which is scaled: the words in it must be read on a phone too. */
const WIDTH = 420;
const HEIGHT = 190;

/** The indicator through the cycles: each unit a thin line, all together the thick one, the directive's day marked. */
export function EffectChart({ effect, heldOn }: { effect: IndicatorEffect; heldOn: string }) {
  const text = useText();
  const language = useLanguage();
  const { lines, columns, marks, divide } = placed(effect, { width: WIDTH, height: HEIGHT });
  return (
    <Box sx={{ px: 2, pt: 1 }}>
      <Box
        component="svg"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={text('resources.conclusions.chartOf', { name: nameIn(effect.names, language) })}
        sx={{ width: '100%', maxWidth: 560, fontSize: 12, display: 'block', color: 'text.secondary' }}
      >
        {marks.map(({ y, value }) => (
          <g key={value} fill="currentColor">
            <line x1={44} x2={WIDTH - 12} y1={y} y2={y} stroke="currentColor" strokeOpacity={0.3} />
            <text x={38} y={y + 4} textAnchor="end">
              {formatDecimal(value, language)}
            </text>
          </g>
        ))}
        {columns.map(({ x, cycle }) => (
          <text key={cycle.id} x={x} y={HEIGHT - 8} textAnchor="middle" fill="currentColor">
            {cycle.code}
          </text>
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
            <text x={divide} y={10} textAnchor="middle" fill="currentColor">
              {formatDay(heldOn)}
            </text>
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
