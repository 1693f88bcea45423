import Checkbox from '@mui/material/Checkbox';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Column } from './column.js';
import { useHiddenColumns } from './use-hidden-columns.js';

interface ColumnsMenuProps {
  readonly table: string;
  readonly columns: readonly Column<never>[];
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** Each column but the first, which says what a row is, can be hidden; remembered on this machine. */
export default function ColumnsMenu({ table, columns, anchor, onClose }: ColumnsMenuProps) {
  const [hidden, setHidden] = useHiddenColumns(table, columns);
  const turn = (name: string) =>
    setHidden(hidden.includes(name) ? hidden.filter((one) => one !== name) : [...hidden, name]);
  return (
    <Menu anchorEl={anchor} open onClose={onClose}>
      {columns.slice(1).map(({ name, label }) => {
        const shown = !hidden.includes(name);
        return (
          <MenuItem key={name} role="menuitemcheckbox" aria-checked={shown} onClick={() => turn(name)}>
            <Checkbox size="small" checked={shown} tabIndex={-1} sx={{ p: 0, mr: 1 }} aria-hidden />
            <ListItemText primary={label} />
          </MenuItem>
        );
      })}
    </Menu>
  );
}
