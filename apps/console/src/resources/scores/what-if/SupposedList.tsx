import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  figureStateTexts,
  formatDecimal,
  type CriteriaSetContent,
  type Names,
  type WhatIfChanges,
} from '@nhip/contracts';
import { useTranslate } from 'ra-core';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { changedLeaves } from './leaves.js';
import { keyOf, supposedOf, type Supposed } from './supposed.js';

interface SupposedListProps {
  readonly content: CriteriaSetContent;
  readonly changes: WhatIfChanges;
  readonly unitNames: Readonly<Record<string, Names>>;
  /** Absent where it is settled. */
  readonly onUndo?: ((one: Supposed) => void) | undefined;
}

/** What is supposed, each with what it is in truth, and the way back. */
export function SupposedList({ content, changes, unitNames, onUndo }: SupposedListProps) {
  const text = useText();
  const lines = supposedOf(content, changes);
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
            <Line one={one} content={content} unitNames={unitNames} />
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

function Line({
  one,
  content,
  unitNames,
}: {
  one: Supposed;
  content: CriteriaSetContent;
  unitNames: Readonly<Record<string, Names>>;
}) {
  const text = useText();
  const translate = useTranslate();
  const language = useLanguage();
  if (one.kind === 'figure') {
    const { unitId, element, state, value } = one.figure;
    const named = content.dataElements.find(({ code }) => code === element);
    return (
      <>
        <Typography sx={{ fontWeight: 500 }}>
          {nameIn(unitNames[unitId] ?? { vi: unitId }, language)}
        </Typography>
        <Typography>
          {nameIn(named?.names ?? { vi: element }, language)}:{' '}
          <ins style={{ textDecoration: 'none', fontWeight: 500 }}>
            {value === null ? figureStateTexts[state][language] : formatDecimal(value, language)}
          </ins>
        </Typography>
      </>
    );
  }
  const shown = (value: string | null, isChoice: boolean) =>
    value === null
      ? '–'
      : isChoice
        ? translate(`resources.scores.whatIf.choices.${value}`, { _: value })
        : formatDecimal(value, language);
  const title =
    one.kind === 'totals' || one.kind === 'classification'
      ? text(`resources.scores.whatIf.${one.kind}`)
      : nameIn((one.after as { names: Names }).names, language);
  return (
    <>
      <Typography sx={{ fontWeight: 500 }}>{title}</Typography>
      {changedLeaves(one.before, one.after).map(({ path, name, from, value, options }) => (
        <Typography key={path.join('.')}>
          {text(`resources.scores.whatIf.leaves.${name}`)}: <del>{shown(from, options !== undefined)}</del> →{' '}
          <ins style={{ textDecoration: 'none', fontWeight: 500 }}>{shown(value, options !== undefined)}</ins>
        </Typography>
      ))}
    </>
  );
}

const line = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 1,
  px: 2,
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
} as const;
