import AddOutlined from '@mui/icons-material/AddOutlined';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { useAt } from './editing.js';
import { within, type ContentPath } from './content-path.js';

interface RowsProps {
  readonly path: ContentPath;
  readonly title: string;
  /** A new entry, after those that are there. */
  readonly blank: (entries: readonly unknown[]) => unknown;
  /** Without entries there is no list, rather than an empty one. */
  readonly emptyIsAbsent?: boolean;
  readonly children: (path: ContentPath, at: number) => ReactNode;
}

/** Entries of a list in their order: each with its fields, moved, taken out, added to. */
export function Rows({ path, title, blank, emptyIsAbsent = false, children }: RowsProps) {
  const text = useText();
  const { value, set, remark } = useAt(path);
  const entries = (value as unknown[] | undefined) ?? [];
  const put = (list: readonly unknown[]) => set(emptyIsAbsent && list.length === 0 ? undefined : list);
  const move = (at: number, to: number) => {
    const list = entries.filter((_, index) => index !== at);
    put([...list.slice(0, to), entries[at], ...list.slice(to)]);
  };
  return (
    <Box
      component="fieldset"
      data-path={path}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, m: 0, my: 1, px: 1.5, py: 0.5, minWidth: 0 }}
    >
      <Typography component="legend" sx={{ px: 0.5, fontWeight: 500 }}>
        {title}
      </Typography>
      {remark && <Typography color="error">{remark.message}</Typography>}
      {entries.map((_, at) => (
        // Entries have no key of their own; they are only ever told apart by their place.
        <Box
          key={at}
          sx={{
            display: 'flex',
            gap: 0.5,
            alignItems: 'flex-start',
            borderBottom: 1,
            borderColor: 'divider',
            py: 0.25,
            '&:last-of-type': { borderBottom: 0 },
          }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>{children(within(path, at), at)}</Box>
          <Box sx={{ display: 'flex', pt: 1.25 }}>
            <IconButton
              size="small"
              disabled={at === 0}
              onClick={() => move(at, at - 1)}
              aria-label={text('resources.criteria-sets.editor.up')}
            >
              <ArrowUpwardOutlined fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              disabled={at === entries.length - 1}
              onClick={() => move(at, at + 1)}
              aria-label={text('resources.criteria-sets.editor.down')}
            >
              <ArrowDownwardOutlined fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              onClick={() => put(entries.filter((__, index) => index !== at))}
              aria-label={text('resources.criteria-sets.editor.remove')}
            >
              <DeleteOutlined fontSize="small" />
            </IconButton>
          </Box>
        </Box>
      ))}
      <Button size="small" startIcon={<AddOutlined />} onClick={() => put([...entries, blank(entries)])}>
        {text('resources.criteria-sets.editor.addRow')}
      </Button>
    </Box>
  );
}
