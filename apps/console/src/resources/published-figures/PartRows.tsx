import Add from '@mui/icons-material/Add';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { ClipboardEvent } from 'react';
import { useText } from '../../i18n/use-text.js';
import { blankPart, type PartForm } from './question-form.js';
import { pastedParts } from './pasted-parts.js';

interface PartRowsProps {
  readonly title: string;
  /** Name of the list in the form, for remarks. */
  readonly list: 'parts' | 'targets';
  readonly parts: readonly PartForm[];
  readonly remarks: ReadonlyMap<string, string>;
  readonly weights?: boolean;
  readonly declared?: boolean;
  readonly onChange: (parts: readonly PartForm[]) => void;
}

/** Named numbers, one a row. Several rows pasted from a sheet become rows. */
export function PartRows({ title, list, parts, remarks, weights, declared, onChange }: PartRowsProps) {
  const text = useText();
  const change = (index: number, changes: Partial<PartForm>) =>
    onChange(parts.map((part, place) => (place === index ? { ...part, ...changes } : part)));
  const choose = (index: number, chosen: boolean) =>
    onChange(parts.map((part, place) => ({ ...part, declared: chosen && place === index })));
  const paste = (index: number) => (event: ClipboardEvent) => {
    const rows = pastedParts(event.clipboardData.getData('text/plain'));
    if (rows.length < 2 && rows[0]?.name === '') return;
    event.preventDefault();
    onChange([...parts.slice(0, index), ...rows, ...parts.slice(index + 1)]);
  };
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0, display: 'grid', gap: 0.75 }}>
      <Typography component="legend" variant="h3" sx={{ p: 0, mb: 0.5 }}>
        {title}
      </Typography>
      {declared && parts.length > 0 && (
        <Typography variant="caption" color="text.secondary">
          {text('resources.published-figures.declaredHint')}
        </Typography>
      )}
      {parts.map((part, index) => {
        const remark = remarks.get(`${list}.${index}.value`);
        const label = (of: 'partName' | 'partValue' | 'partWeight') =>
          `${text(`resources.published-figures.${of}`)} ${index + 1}`;
        return (
          <Box key={index} sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.75 }}>
            <TextField
              label={label('partName')}
              value={part.name}
              onChange={(event) => change(index, { name: event.target.value })}
              onPaste={paste(index)}
              sx={{ flex: '2 1 90px', minWidth: 0 }}
            />
            <TextField
              label={label('partValue')}
              value={part.value}
              error={remark !== undefined}
              helperText={remark}
              onChange={(event) => change(index, { value: event.target.value })}
              onPaste={paste(index)}
              sx={{ flex: '1.4 1 80px', minWidth: 0 }}
            />
            {weights && (
              <TextField
                label={label('partWeight')}
                value={part.weight}
                placeholder="1"
                error={remarks.has(`${list}.${index}.weight`)}
                helperText={remarks.get(`${list}.${index}.weight`)}
                onChange={(event) => change(index, { weight: event.target.value })}
                sx={{ flex: '0.8 1 60px', minWidth: 0 }}
              />
            )}
            {declared && (
              <Tooltip title={text('resources.published-figures.declared')}>
                <Checkbox
                  size="small"
                  checked={part.declared}
                  onChange={(event) => choose(index, event.target.checked)}
                  slotProps={{
                    input: { 'aria-label': `${text('resources.published-figures.declared')} ${index + 1}` },
                  }}
                  sx={{ mt: 0.5 }}
                />
              </Tooltip>
            )}
            <IconButton
              aria-label={text('resources.published-figures.removePart', { number: index + 1 })}
              onClick={() => onChange(parts.filter((_, place) => place !== index))}
              sx={{ mt: 0.5 }}
            >
              <DeleteOutlined fontSize="small" />
            </IconButton>
          </Box>
        );
      })}
      <Box>
        <Button size="small" startIcon={<Add />} onClick={() => onChange([...parts, blankPart])}>
          {text('resources.published-figures.addPart')}
        </Button>
      </Box>
    </Box>
  );
}
