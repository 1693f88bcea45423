import AttachFile from '@mui/icons-material/AttachFile';
import ChatBubbleOutline from '@mui/icons-material/ChatBubbleOutline';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Typography from '@mui/material/Typography';
import type { ComponentType } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { FigureInput } from '../../../shared/figure-grid/FigureInput.js';
import { gridField } from '../../../shared/figure-grid/grid-field.js';
import { IllustrativeMark } from '../../../shared/IllustrativeMark.js';
import { CellValue } from './CellValue.js';
import { citationOf } from './citation.js';
import type { CellHandlers, CellView } from './entry-view.js';
import type { FormCell, FormLine } from './form-cells.js';
import { SourceField } from './SourceField.js';
import { faultIn } from './use-entry-draft.js';

/** Name of a cell for those who do not see its row: the element, and the month of a monthly one. */
export function useCellName(): (cell: FormCell) => string {
  const text = useText();
  const language = useLanguage();
  return ({ element, row }) => {
    const name = nameIn(element.names, language);
    return row.month === null ? name : `${name}, ${monthName(row.month, text)}`;
  };
}

export function monthName(month: string, text: ReturnType<typeof useText>): string {
  const [year = '', of = ''] = month.split('-');
  return text('resources.submissions.grid.month', { month: `${Number(of)}/${year}` });
}

/** The element's name with its measure, where it comes from, and what a document printed. */
export function LineName({ line: { element, cells } }: { line: FormLine }) {
  const text = useText();
  const language = useLanguage();
  const printed = cells.find(({ row }) => row.current?.published)?.row.current?.published;
  const illustrative = element.illustrative || cells.some(({ row }) => row.current?.illustrative === true);
  const notes = [
    nameIn(element.measure, language),
    element.filledBy === 'secretariat' && text('resources.submissions.grid.bySecretariat'),
    element.source !== null && text('resources.submissions.grid.ofSource', { source: element.source }),
    printed && text('resources.submissions.grid.printed', { text: printed.text }),
  ].filter((note) => typeof note === 'string');
  const hint = printed?.sentence ?? (element.guide ? nameIn(element.guide, language) : '');
  return (
    <Tooltip title={hint} placement="bottom-start">
      <Box>
        {nameIn(element.names, language)}
        <Typography component="div" variant="caption" color="text.secondary">
          {notes.join(' · ')}
          {illustrative && <IllustrativeMark />}
        </Typography>
      </Box>
    </Tooltip>
  );
}

interface CellPartProps {
  readonly view: CellView;
  readonly handlers: CellHandlers;
}

/** This period's figure: typed where the person may, read elsewhere. */
export function ValuePart({ view, handlers, remarksId }: CellPartProps & { remarksId: string }) {
  const text = useText();
  const language = useLanguage();
  const nameOf = useCellName();
  const { cell, entry, typed, refused } = view;
  if (!cell.row.editable)
    return cell.row.current === null ? (
      <Typography component="span" variant="caption" color="text.secondary">
        {text('resources.submissions.grid.empty')}
      </Typography>
    ) : (
      <CellValue element={cell.element} figure={cell.row.current} />
    );
  return (
    <FigureInput
      cell={cell.cell}
      element={cell.element}
      entry={entry}
      label={text('resources.submissions.grid.valueOf', { name: nameOf(cell) })}
      invalid={
        view.conflict || refused !== undefined || (typed && faultIn(cell, entry, language) !== undefined)
      }
      describedBy={remarksId}
      onType={handlers.type}
      onState={handlers.state}
      onLeave={handlers.left}
    />
  );
}

export function NotePart({ view: { cell, entry }, handlers }: CellPartProps) {
  const text = useText();
  const nameOf = useCellName();
  if (!cell.row.editable) return <>{entry.note}</>;
  return (
    <Box
      component="input"
      data-cell={cell.cell}
      data-column="note"
      aria-label={text('resources.submissions.grid.noteOf', { name: nameOf(cell) })}
      autoComplete="off"
      maxLength={2000}
      value={entry.note}
      title={entry.note}
      onChange={(event) => handlers.note(cell.cell, event.target.value)}
      onBlur={() => handlers.left(cell.cell)}
      sx={gridField}
    />
  );
}

export function SourcePart({ view: { cell, entry }, handlers }: CellPartProps) {
  const text = useText();
  const nameOf = useCellName();
  if (!cell.row.editable) {
    const cited = entry.source ? citationOf(entry.source, text) : '';
    return (
      <Box component="span" title={cited} sx={shortened}>
        {cited}
      </Box>
    );
  }
  return (
    <SourceField cell={cell.cell} name={nameOf(cell)} source={entry.source} onChange={handlers.source} />
  );
}

export function TalkPart({ view: { cell, messages }, handlers }: CellPartProps) {
  const text = useText();
  const name = useCellName()(cell);
  const label =
    messages === 0
      ? text('resources.submissions.talk.open', { name })
      : text('resources.submissions.talk.openCount', { name, count: messages });
  return (
    <CountButton
      icon={ChatBubbleOutline}
      count={messages}
      label={label}
      onClick={() => handlers.talk(cell)}
    />
  );
}

/** Files that prove the figure: how many, and where they are given. */
export function FilesPart({ view: { cell, files }, handlers }: CellPartProps) {
  const text = useText();
  const name = useCellName()(cell);
  const label =
    files === 0
      ? text('parts.evidence.open', { name })
      : text('parts.evidence.openCount', { name, count: files });
  return <CountButton icon={AttachFile} count={files} label={label} onClick={() => handlers.attach(cell)} />;
}

interface CountButtonProps {
  readonly icon: ComponentType<SvgIconProps>;
  readonly count: number;
  readonly label: string;
  readonly onClick: () => void;
}

/** Opens what there is beside a figure; pale where there is nothing yet. */
function CountButton({ icon: Icon, count, label, onClick }: CountButtonProps) {
  return (
    <IconButton size="small" className="no-print" aria-label={label} title={label} onClick={onClick}>
      <Badge badgeContent={count === 0 ? undefined : count} color="primary">
        <Icon fontSize="small" sx={{ opacity: count === 0 ? 0.55 : 1 }} />
      </Badge>
    </IconButton>
  );
}

/** Three lines on the screen, whole on paper. */
const shortened = {
  display: '-webkit-box',
  WebkitLineClamp: '3',
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  '@media print': { display: 'inline' },
} as const;
