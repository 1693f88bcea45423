import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { figureStateTexts, type FigureState } from '@nhip/contracts';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { choicesOf, stateShorthands, type CellElement, type Entry } from './entry.js';
import { gridField } from './grid-field.js';

interface FigureInputProps {
  readonly cell: string;
  readonly column?: string;
  readonly element: CellElement;
  readonly entry: Entry;
  /** Name for those who do not see the row. */
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy?: string;
  readonly onType: (cell: string, text: string) => void;
  readonly onState: (cell: string, state: FigureState) => void;
  readonly onLeave: (cell: string) => void;
}

const states = ['nothing', 'not-applicable', 'missing'] as const;

/** One figure: typed as people write it, or one of the states without a number, by menu or by a word. */
export function FigureInput(props: FigureInputProps) {
  const {
    cell,
    column = 'value',
    element,
    entry,
    label,
    invalid,
    describedBy,
    onType,
    onState,
    onLeave,
  } = props;
  const text = useText();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const stateWord = entry.state === 'value' ? undefined : figureStateTexts[entry.state][language];

  const typed = (next: string) => {
    if (stateWord === undefined) return onType(cell, next);
    // Typing over a state begins anew; taking letters away from its word clears the cell.
    onType(cell, next.length < stateWord.length ? '' : next.replace(stateWord, ''));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault();
      setMenu(field.current);
    }
  };
  const choose = (act: () => void) => () => {
    setMenu(null);
    act();
    onLeave(cell);
    // After the menu has given the focus back.
    setTimeout(() => field.current?.focus(), 0);
  };

  return (
    <Box sx={{ position: 'relative' }}>
      <Box
        component="input"
        ref={field}
        data-cell={cell}
        data-column={column}
        aria-label={label}
        aria-invalid={invalid}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        inputMode={element.kind === 'text-tier' || element.kind === 'yes-no' ? 'text' : 'decimal'}
        autoComplete="off"
        value={stateWord ?? entry.text}
        onChange={(event) => typed(event.target.value)}
        onKeyDown={keys}
        onFocus={(event) => event.target.select()}
        onBlur={() => onLeave(cell)}
        sx={[
          gridField,
          { textAlign: 'right', pr: '26px' },
          stateWord !== undefined && { fontStyle: 'italic', color: 'text.secondary' },
          invalid && { borderColor: 'error.main' },
        ]}
      />
      <IconButton
        size="small"
        tabIndex={-1}
        aria-label={text('resources.submissions.grid.choose', { name: label })}
        onClick={() => setMenu(field.current)}
        sx={{ position: 'absolute', right: 1, top: 'calc(50% - 12px)', width: 24, height: 24, p: 0 }}
        className="no-print"
      >
        <ArrowDropDown fontSize="small" />
      </IconButton>
      <Menu open={menu !== null} anchorEl={menu} onClose={() => setMenu(null)}>
        {choicesOf(element, language).map((choice) => (
          <MenuItem key={choice} onClick={choose(() => onType(cell, choice))}>
            {choice}
          </MenuItem>
        ))}
        {states.map((state) => (
          <MenuItem
            key={state}
            selected={entry.state === state}
            onClick={choose(() => onState(cell, state))}
            sx={{ justifyContent: 'space-between', gap: 3 }}
          >
            {capitalised(figureStateTexts[state][language])}
            <Typography variant="caption" color="text.secondary">
              {stateShorthands[language][state]}
            </Typography>
          </MenuItem>
        ))}
        <MenuItem onClick={choose(() => onType(cell, ''))}>
          {text('resources.submissions.grid.clear')}
        </MenuItem>
      </Menu>
    </Box>
  );
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
