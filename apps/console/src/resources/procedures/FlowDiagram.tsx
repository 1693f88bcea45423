import '@xyflow/react/dist/base.css';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { roleLabels, type ProcedureDefinition } from '@nhip/contracts';
import {
  BaseEdge,
  Controls,
  EdgeLabelRenderer,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { BOX, layOut, type DiagramArrow } from './diagram.js';
import { PrintedDiagram } from './PrintedDiagram.js';
import { eventName } from './words.js';

/** What stands on a state's box besides its name and holder. */
export interface StateMark {
  /** The record stands here. */
  readonly here?: boolean;
  /** It came through here. */
  readonly passed?: boolean;
  readonly note?: string;
  /** Where the note leads. */
  readonly to?: string | undefined;
}

interface FlowDiagramProps {
  readonly definition: ProcedureDefinition;
  readonly marks: Readonly<Record<string, StateMark>>;
}

type StateNode = Node<
  Pick<StateMark, keyof StateMark> & {
    readonly name: string;
    readonly role: string | undefined;
    readonly final: boolean;
    readonly first: boolean;
  },
  'state'
>;
type MoveEdge = Edge<Pick<DiagramArrow, 'path' | 'label'> & { readonly words: string }, 'move'>;

/** A procedure from left to right, to be moved and enlarged. The list beneath it says the same in words. */
export default function FlowDiagram({ definition, marks }: FlowDiagramProps) {
  const text = useText();
  const language = useLanguage();
  const { palette, breakpoints } = useTheme();
  const phone = useMediaQuery(breakpoints.down('sm'));
  const diagram = useMemo(() => layOut(definition), [definition]);
  const nodes = diagram.states.map(({ name, x, y }): StateNode => {
    const state = definition.states[name];
    return {
      id: name,
      type: 'state',
      position: { x, y },
      width: BOX.width,
      height: BOX.height,
      draggable: false,
      data: {
        ...marks[name],
        name: nameIn(state?.names ?? { vi: name }, language),
        role: state?.owner && roleLabels[state.owner][language],
        final: state?.final ?? false,
        first: name === definition.initial,
      },
    };
  });
  const edges = diagram.arrows.map(({ from, to, events, automatic, path, label, worded }): MoveEdge => ({
    id: `${from} ${to}`,
    type: 'move',
    source: from,
    target: to,
    markerEnd: { type: MarkerType.ArrowClosed, color: palette.text.secondary, width: 14, height: 14 },
    style: {
      stroke: palette.text.secondary,
      strokeWidth: 1.25,
      ...(automatic && { strokeDasharray: '4 3' }),
    },
    data: {
      path,
      label,
      words: worded ? events.map((event) => eventName(definition, from, event, language)).join(', ') : '',
    },
  }));
  const here = Object.entries(marks).find(([, mark]) => mark.here)?.[0];
  return (
    <>
      <Box
        role="region"
        aria-label={text('resources.procedures.diagram')}
        sx={{
          height: { xs: 320, sm: Math.min(Math.max(diagram.height + 16, 260), 900) },
          '@media print': { display: 'none' },
        }}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          nodesFocusable={false}
          edgesFocusable={false}
          nodesConnectable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          preventScrolling={false}
          minZoom={0.25}
          maxZoom={1.25}
          onInit={(flow) => {
            // Of the whole, lines beneath the boxes included; on a phone the part where it stands.
            if (phone)
              void flow.fitView({ nodes: [{ id: here ?? definition.initial }], minZoom: 0.8, maxZoom: 1 });
            else
              void flow.fitBounds(
                { x: 0, y: 0, width: diagram.width, height: diagram.height },
                { padding: 0.01 },
              );
          }}
          proOptions={{ hideAttribution: true }}
          ariaLabelConfig={{
            'node.a11yDescription.default': '',
            'node.a11yDescription.keyboardDisabled': '',
            'edge.a11yDescription.default': '',
            'controls.ariaLabel': text('resources.procedures.controls'),
            'controls.zoomIn.ariaLabel': text('resources.procedures.zoomIn'),
            'controls.zoomOut.ariaLabel': text('resources.procedures.zoomOut'),
            'controls.fitView.ariaLabel': text('resources.procedures.wholeDiagram'),
          }}
        >
          <Controls showInteractive={false} position="bottom-right" style={controls} />
        </ReactFlow>
      </Box>
      <PrintedDiagram definition={definition} {...(here !== undefined && { present: here })} />
    </>
  );
}

const controls = { display: 'flex', gap: 4, color: '#222' } as const;

function StateBox({ data }: NodeProps<StateNode>) {
  const { name, role, final, first, here, passed, note, to } = data;
  return (
    <Box
      {...(here && { 'aria-current': 'step' as const })}
      sx={{
        width: BOX.width,
        height: BOX.height,
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'center',
        textAlign: 'center',
        px: 1,
        border: here ? 2 : 1,
        borderColor: here || first ? 'primary.main' : passed ? 'text.secondary' : 'divider',
        borderRadius: final ? `${BOX.height / 2}px` : '6px',
        bgcolor: 'background.paper',
        // The accent, thin enough for the words on it.
        ...(here && { backgroundImage: 'linear-gradient(rgb(15 107 107 / 14%), rgb(15 107 107 / 14%))' }),
      }}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} style={hidden} />
      <Handle type="source" position={Position.Right} isConnectable={false} style={hidden} />
      <Box sx={{ fontSize: 13, lineHeight: 1.3, fontWeight: here ? 600 : 500 }}>
        {here ? '● ' : passed ? '✓ ' : ''}
        {name}
      </Box>
      <Box sx={{ fontSize: 11.5, lineHeight: 1.4, color: 'text.secondary' }}>
        {[note === undefined || to !== undefined ? role : undefined, to === undefined ? note : undefined]
          .filter(Boolean)
          .join(' · ')}
        {to !== undefined && note !== undefined && (
          <>
            {role && ' · '}
            <MuiLink component={Link} to={to} className="nopan">
              {note}
            </MuiLink>
          </>
        )}
      </Box>
    </Box>
  );
}

const hidden = { opacity: 0, pointerEvents: 'none' } as const;

/** The line as it was laid out: around the boxes, not straight through them. */
function Move({ id, data, style, markerEnd }: EdgeProps<MoveEdge>) {
  if (data === undefined) return null;
  const { path, label, words } = data;
  const shift = { start: '0%', middle: '-50%', end: '-100%' }[label.anchor];
  return (
    <>
      <BaseEdge id={id} path={path} {...(style && { style })} {...(markerEnd && { markerEnd })} />
      <EdgeLabelRenderer>
        <Box
          hidden={words === ''}
          style={{ transform: `translate(${shift}, -75%) translate(${label.x}px, ${label.y}px)` }}
          sx={{
            position: 'absolute',
            fontSize: 11,
            lineHeight: 1.4,
            whiteSpace: 'nowrap',
            px: 0.25,
            color: 'text.secondary',
            bgcolor: 'background.paper',
            pointerEvents: 'none',
          }}
        >
          {words}
        </Box>
      </EdgeLabelRenderer>
    </>
  );
}

const nodeTypes = { state: StateBox };
const edgeTypes = { move: Move };
