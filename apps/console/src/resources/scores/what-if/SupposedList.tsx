import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  supposedContent,
  type CriteriaSetContent,
  type Names,
  type PresentFigure,
  type WhatIfChanges,
} from '@nhip/contracts';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import type { ToldChange } from '../../../shared/history.js';
import { keyOf, onlySupposed, supposedOf, type Supposed } from './supposed.js';
import { figureInWords, toldDifferences } from './told.js';

interface SupposedListProps {
  readonly content: CriteriaSetContent;
  readonly changes: WhatIfChanges;
  readonly unitNames: Readonly<Record<string, Names>>;
  /** The figures that stand in truth. */
  readonly present: readonly PresentFigure[];
  /** Absent where it is settled. */
  readonly onUndo?: ((one: Supposed) => void) | undefined;
}

/** What is supposed, each with what it is in truth, and the way back. */
export function SupposedList({ content, changes, unitNames, present, onUndo }: SupposedListProps) {
  const text = useText();
  const lines = supposedOf(changes);
  if (lines.length === 0) {
    return (
      <Typography color="text.secondary" sx={{ px: 2, py: 1.5 }}>
        {text('resources.scores.whatIf.nothing')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map((one) => (
        <Box component="li" key={keyOf(one)} sx={line}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Line one={one} content={content} changes={changes} unitNames={unitNames} present={present} />
          </Box>
          {onUndo && (
            <Button className="no-print" onClick={() => onUndo(one)}>
              {text('resources.scores.whatIf.undo')}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  );
}

interface LineProps {
  readonly one: Supposed;
  readonly content: CriteriaSetContent;
  readonly changes: WhatIfChanges;
  readonly unitNames: Readonly<Record<string, Names>>;
  readonly present: readonly PresentFigure[];
}

function Line({ one, content, changes, unitNames, present }: LineProps) {
  const text = useText();
  const language = useLanguage();
  if (one.kind === 'figure') {
    const { unitId, element } = one.figure;
    const named = content.dataElements.find(({ code }) => code === element);
    const real = present.find((figure) => figure.unitId === unitId && figure.element === element);
    return (
      <>
        <Typography sx={{ fontWeight: 500 }}>
          {nameIn(unitNames[unitId] ?? { vi: unitId }, language)}
        </Typography>
        <Told
          field={nameIn(named?.names ?? { vi: element }, language)}
          from={real && figureInWords(content, real, language)}
          to={figureInWords(content, one.figure, language)}
        />
      </>
    );
  }
  const title =
    one.kind === 'indicators' || one.kind === 'fields'
      ? nameIn(
          (content[one.kind] as readonly { code: string; names: Names }[]).find(
            ({ code }) => code === one.code,
          )?.names ?? { vi: one.code },
          language,
        )
      : text(`resources.scores.whatIf.wholes.${one.kind}`);
  const kinds = {
    added: text('resources.criteria-sets.compare.kinds.added'),
    removed: text('resources.criteria-sets.compare.kinds.removed'),
  };
  const supposed = supposedContent(content, onlySupposed(changes, one));
  return (
    <>
      <Typography sx={{ fontWeight: 500 }}>{title}</Typography>
      {toldDifferences(content, supposed, kinds, language).map(({ of, field, from, to }) => (
        <Told
          key={`${of} ${field} ${to}`}
          field={of === '' || of === title ? field : `${of} · ${field}`}
          from={from}
          to={to}
        />
      ))}
    </>
  );
}

function Told({ field, from, to }: ToldChange) {
  return (
    <Typography sx={{ overflowWrap: 'anywhere' }}>
      {field}:{' '}
      {from !== undefined && (
        <>
          <del>{from}</del> →{' '}
        </>
      )}
      <ins style={supposed}>{to}</ins>
    </Typography>
  );
}

const supposed = { textDecoration: 'none', fontWeight: 500 } as const;

const line = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 1,
  px: 2,
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
} as const;
