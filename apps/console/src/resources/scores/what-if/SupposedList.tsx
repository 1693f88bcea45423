import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { figureStateTexts, type CriteriaSetContent, type Names, type WhatIfChanges } from '@nhip/contracts';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { shownValue } from '../../../shared/figure-grid/entry.js';
import { compareContents } from '../../criteria-sets/compare/compare-contents.js';
import { keyOf, onlySupposed, supposedContent, supposedOf, type Supposed } from './supposed.js';

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
            <Line one={one} content={content} changes={changes} unitNames={unitNames} />
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
}

function Line({ one, content, changes, unitNames }: LineProps) {
  const text = useText();
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
          <ins style={supposed}>
            {value === null || named === undefined
              ? figureStateTexts[state][language]
              : shownValue({ ...named, tiers: named.tiers ?? null }, value, language)}
          </ins>
        </Typography>
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
  const told = compareContents(content, supposedContent(content, onlySupposed(changes, one)), language);
  return (
    <>
      <Typography sx={{ fontWeight: 500 }}>{title}</Typography>
      {told.map((part) => (
        <Box key={`${part.part} ${part.code}`}>
          {part.part === 'gates' && (
            <Typography>
              {part.kind === 'changed'
                ? ''
                : `${text(`resources.criteria-sets.compare.kinds.${part.kind}`)}: `}
              {part.name}
            </Typography>
          )}
          {part.changes.map(({ field, from, to }) => (
            <Typography key={field} sx={{ overflowWrap: 'anywhere' }}>
              {field}: <del>{from}</del> → <ins style={supposed}>{to}</ins>
            </Typography>
          ))}
        </Box>
      ))}
    </>
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
