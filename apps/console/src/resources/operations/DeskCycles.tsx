import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { formatDecimal, troubles, type DeskCycles } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { Sheet } from '../../shared/Sheet.js';
import type { ListAddress } from '../../shared/use-list-address.js';
import { useLiveAnswer } from './use-live-answer.js';

/** The same counts cycle by cycle; a cycle's name filters the list above by it. */
export function DeskCyclesSheet({ address }: { address: ListAddress }) {
  const text = useText();
  const language = useLanguage();
  const { data } = useLiveAnswer<DeskCycles>('/operations/cycles');
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Sheet title={text('resources.operations.cycles.title')}>
      <Box
        sx={{ overflow: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label={text('resources.operations.cycles.title')}
      >
        <Table size="small" sx={{ '& td, & th': { px: { xs: 0.75, sm: 1.5 } } }}>
          <TableHead>
            <TableRow>
              <TableCell>{text('resources.operations.fields.cycle')}</TableCell>
              {troubles.map((trouble) => (
                <TableCell key={trouble} align="right">
                  {text(`resources.operations.troubles.${trouble}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map(({ cycle, ...counts }) => (
              <TableRow key={cycle?.id ?? ''}>
                <TableCell>
                  {cycle === null ? (
                    text('resources.operations.cycles.none')
                  ) : (
                    <Button
                      size="small"
                      onClick={() => {
                        address.set({ cycleId: cycle.id });
                        scrollTo({ top: 0 });
                      }}
                      sx={{ textAlign: 'left', ml: -1 }}
                    >
                      {cycle.code} · {nameIn(cycle.stateNames, language)}
                    </Button>
                  )}
                </TableCell>
                {troubles.map((trouble) => (
                  <TableCell
                    key={trouble}
                    align="right"
                    sx={counts[trouble] > 0 ? { color: 'error.main', fontWeight: 600 } : {}}
                  >
                    {formatDecimal(String(counts[trouble]), language)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Sheet>
  );
}
