import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { EntryCardLine } from './EntryCardLine.js';
import type { EntryView } from './entry-view.js';
import { fillingOf } from './fold.js';
import { isItsOwnFigure, type FormGroup } from './form-cells.js';
import { GroupName } from './GroupName.js';
import { LivePoints } from './LivePoints.js';
import { RateView } from './RateView.js';

/** The same form on a narrow screen: a section for each indicator, the first with cells to fill unfolded. */
export function EntryCards({ view }: { view: EntryView }) {
  const language = useLanguage();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => {
    const first = view.groups.find(
      (group) => !isItsOwnFigure(group) && fillingOf(group, view.viewOf, language).waiting,
    );
    return new Set(first === undefined ? [] : [keyOf(first)]);
  });
  const turn = (key: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return (
    <>
      {view.groups.map((group) => {
        const key = keyOf(group);
        if (!isItsOwnFigure(group))
          return (
            <Section key={key} group={group} view={view} open={open.has(key)} onTurn={() => turn(key)} />
          );
        const [line] = group.lines;
        return (
          line && (
            <EntryCardLine
              key={key}
              line={line}
              view={view}
              own={{ indicator: group.indicator, points: view.pointsOf(group.indicator.code) }}
            />
          )
        );
      })}
    </>
  );
}

const keyOf = ({ indicator }: FormGroup): string => indicator?.code ?? '';

interface SectionProps {
  readonly group: FormGroup;
  readonly view: EntryView;
  readonly open: boolean;
  readonly onTurn: () => void;
}

function Section({ group, view, open, onTurn }: SectionProps) {
  const text = useText();
  const language = useLanguage();
  const { indicator, lines } = group;
  const rates = indicator && view.ratesOf(indicator.code);
  const { filled, total, wrong } = fillingOf(group, view.viewOf, language);
  const findings = lines.reduce(
    (sum, { cells }) => cells.reduce((count, cell) => count + view.viewOf(cell).findings.length, sum),
    0,
  );
  const unfolded = open || wrong;
  const content = `section-${keyOf(group)}`;
  return (
    <Box component="section" sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={heading}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <GroupName
            group={group}
            renderName={(name) => (
              <ButtonBase
                aria-expanded={unfolded}
                aria-controls={content}
                disabled={wrong}
                onClick={onTurn}
                sx={foldButton}
              >
                <ExpandMore
                  fontSize="small"
                  sx={{ flex: 'none', transform: unfolded ? 'none' : 'rotate(-90deg)' }}
                />
                {name}
              </ButtonBase>
            )}
            brief={!unfolded}
          />
          <Box sx={{ pl: '26px', fontSize: 13, color: 'text.secondary' }}>
            {text('resources.submissions.draft.filled', { filled, total })}
            {findings > 0 && ` · ${text('resources.submissions.findingCount', { count: findings })}`}
          </Box>
          <Box sx={{ pl: '26px' }}>
            <GroupName.Notes group={group} rates={rates} />
          </Box>
        </Box>
        <Box aria-live="polite" sx={{ textAlign: 'right' }}>
          {indicator && rates && <RateView indicator={indicator} rate={rates.current} full />}
          {indicator && <LivePoints indicator={indicator} points={view.pointsOf(indicator.code)} />}
        </Box>
      </Box>
      <div id={content}>
        {unfolded && lines.map((line) => <EntryCardLine key={line.element.code} line={line} view={view} />)}
      </div>
    </Box>
  );
}

const heading = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 1.5,
  px: 2,
  py: 1,
  bgcolor: 'action.hover',
} as const;

const foldButton = {
  display: 'flex',
  justifyContent: 'flex-start',
  alignItems: 'flex-start',
  gap: 0.75,
  width: '100%',
  minHeight: 32,
  pt: 0.5,
  font: 'inherit',
  fontWeight: 600,
  textAlign: 'left',
} as const;
