import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { roleLabels, type ProcedureDefinition } from '@nhip/contracts';
import { useMemo } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { BOX, layOut, type Diagram } from './diagram.js';
import { eventName } from './words.js';

interface PrintedDiagramProps {
  readonly definition: ProcedureDefinition;
  /** The state a record stands in, which is then marked. */
  readonly present?: string;
}

/** A procedure as a flow from left to right, as it is printed: as wide as the page. The screen has `FlowDiagram`. */
export function PrintedDiagram({ definition, present }: PrintedDiagramProps) {
  const text = useText();
  const language = useLanguage();
  const { palette } = useTheme();
  const diagram = useMemo(() => layOut(definition), [definition]);
  return (
    <Box sx={{ display: 'none', '@media print': { display: 'block' } }}>
      <svg
        viewBox={`0 0 ${diagram.width} ${diagram.height}`}
        width="100%"
        role="img"
        aria-label={text('resources.procedures.diagram')}
        style={{ display: 'block', fontFamily: 'inherit' }}
      >
        <defs>
          <marker
            id="arrow-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" fill={palette.text.secondary} />
          </marker>
        </defs>
        <Arrows diagram={diagram} definition={definition} />
        {diagram.states.map(({ name, x, y }) => {
          const state = definition.states[name];
          if (!state) return null;
          const here = name === present;
          const edge = here || name === definition.initial ? palette.primary.main : palette.divider;
          return (
            <g key={name} transform={`translate(${x} ${y})`}>
              <rect
                width={BOX.width}
                height={BOX.height}
                rx={state.final ? BOX.height / 2 : 6}
                fill={here ? palette.action.selected : palette.background.paper}
                stroke={edge}
                strokeWidth={here ? 2 : 1.25}
              />
              <text
                x={BOX.width / 2}
                y={state.owner ? 24 : 33}
                textAnchor="middle"
                fontSize="13.5"
                fontWeight={here ? 600 : 500}
                fill={palette.text.primary}
              >
                {nameIn(state.names, language)}
              </text>
              {state.owner && (
                <text
                  x={BOX.width / 2}
                  y={43}
                  textAnchor="middle"
                  fontSize="12"
                  fill={palette.text.secondary}
                >
                  {roleLabels[state.owner][language]}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </Box>
  );
}

function Arrows({ diagram, definition }: { diagram: Diagram; definition: ProcedureDefinition }) {
  const language = useLanguage();
  const { palette } = useTheme();
  return diagram.arrows.map(({ from, to, events, automatic, path, label, worded }) => (
    <g key={`${from} ${to}`}>
      <path
        d={path}
        fill="none"
        stroke={palette.text.secondary}
        strokeWidth="1.25"
        markerEnd="url(#arrow-head)"
        {...(automatic && { strokeDasharray: '4 3' })}
      />
      <text
        x={label.x}
        y={label.y}
        textAnchor={label.anchor}
        fontSize="11.5"
        fill={palette.text.secondary}
        stroke={palette.background.paper}
        strokeWidth="4"
        paintOrder="stroke"
      >
        {worded && events.map((event) => eventName(definition, from, event, language)).join(', ')}
      </text>
    </g>
  ));
}
