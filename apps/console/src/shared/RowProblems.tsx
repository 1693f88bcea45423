import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ImportReport } from '@nhip/contracts';
import { useText } from '../i18n/use-text.js';

/** Cells of a file that are to be mended: row, column, what stands there, what would be right. */
export function RowProblems({ problems }: Pick<ImportReport, 'problems'>) {
  const text = useText();
  if (problems.length === 0) return null;
  return (
    <Box sx={{ overflowX: 'auto', mt: 1 }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell align="right">{text('shell.import.row')}</TableCell>
            <TableCell>{text('shell.import.column')}</TableCell>
            <TableCell>{text('shell.import.value')}</TableCell>
            <TableCell>{text('shell.import.message')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {problems.map(({ row, column, value, code, message }) => (
            <TableRow key={`${row} ${column} ${code}`}>
              <TableCell align="right">{row}</TableCell>
              <TableCell>{column || '–'}</TableCell>
              <TableCell>{value || '–'}</TableCell>
              <TableCell>{message}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
