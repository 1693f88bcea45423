import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { usePaletteItems } from './use-palette-items.js';

const LIST = 'palette-list';
const optionId = (index: number) => `palette-option-${index}`;

export function PaletteBody({ onDone }: { onDone: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const items = usePaletteItems(typed);
  const at = Math.min(chosen, Math.max(items.length - 1, 0));

  useEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const open = (index: number) => {
    const item = items[index];
    if (!item) return;
    onDone();
    void navigate(item.to);
  };
  const press = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0 };
    const next = moves[event.key];
    if (next !== undefined) setChosen((next + items.length) % Math.max(items.length, 1));
    else if (event.key === 'Enter') open(at);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <InputBase
        autoFocus
        fullWidth
        value={typed}
        placeholder={text('shell.palette.placeholder')}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
        inputProps={{
          role: 'combobox',
          'aria-label': text('shell.palette.title'),
          'aria-expanded': true,
          'aria-controls': LIST,
          ...(items.length > 0 && { 'aria-activedescendant': optionId(at) }),
          autoComplete: 'off',
          spellCheck: false,
        }}
        sx={{ px: 2, py: 1.25, fontSize: 16, borderBottom: 1, borderColor: 'divider' }}
      />
      <Box id={LIST} role="listbox" aria-label={text('shell.palette.title')} sx={{ overflowY: 'auto', p: 1 }}>
        {items.map((item, index) => (
          <Box key={item.key} role="presentation">
            {items[index - 1]?.group !== item.group && (
              <Typography variant="caption" color="text.secondary" sx={{ display: 'block', px: 1, pt: 1 }}>
                {item.group}
              </Typography>
            )}
            <Box
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              onClick={() => open(index)}
              onMouseMove={() => setChosen(index)}
              sx={{ ...option, ...(index === at && { bgcolor: 'action.selected' }) }}
            >
              <Typography noWrap sx={{ flex: '1 0 auto', maxWidth: '70%' }}>
                {item.label}
              </Typography>
              <Typography noWrap color="text.secondary">
                {item.hint}
              </Typography>
            </Box>
          </Box>
        ))}
        {items.length === 0 && (
          <Typography color="text.secondary" sx={{ p: 2, textAlign: 'center' }}>
            {text('shell.palette.nothing', { text: typed })}
          </Typography>
        )}
      </Box>
      <Typography
        variant="caption"
        color="text.secondary"
        sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}
      >
        {text('shell.palette.hint')}
      </Typography>
    </>
  );
}

const option = {
  display: 'flex',
  justifyContent: 'space-between',
  gap: 2,
  px: 1,
  py: 0.75,
  borderRadius: 1,
  cursor: 'pointer',
} as const;
