import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { criteriaPartWords, type CriteriaSetContent } from '@nhip/contracts';
import { useMemo } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { StateChip } from '../../../shared/StateChip.js';
import { compareContents, type PartChange } from './compare-contents.js';

interface ChangesProps {
  readonly before: CriteriaSetContent;
  readonly after: CriteriaSetContent;
}

/** What is different between two contents, part by part and field by field. */
export function Changes({ before, after }: ChangesProps) {
  const text = useText();
  const language = useLanguage();
  const changes = useMemo(() => compareContents(before, after, language), [before, after, language]);
  if (changes.length === 0)
    return <Typography sx={{ py: 1 }}>{text('resources.criteria-sets.compare.same')}</Typography>;
  const count = (kind: PartChange['kind']) => changes.filter((one) => one.kind === kind).length;
  return (
    <>
      <Typography role="status" sx={{ py: 1 }}>
        {text('resources.criteria-sets.compare.summary', {
          added: count('added'),
          removed: count('removed'),
          changed: count('changed'),
        })}
      </Typography>
      {changes.map((one) => (
        <Box
          key={`${one.kind} ${one.part} ${one.code}`}
          component="section"
          sx={{ py: 1, borderTop: 1, borderColor: 'divider', breakInside: 'avoid' }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <StateChip
              {...chips[one.kind]}
              label={text(`resources.criteria-sets.compare.kinds.${one.kind}`)}
            />
            <Typography component="h3" variant="h3">
              {one.part === 'set' ? one.name : `${criteriaPartWords[one.part][language]}: ${one.name}`}
            </Typography>
            {one.code !== '' && <code style={{ opacity: 0.75 }}>{one.code}</code>}
          </Box>
          {one.changes.length > 0 && (
            <Box sx={{ overflowX: 'auto' }}>
              <Table size="small">
                <TableHead>
                  <TableRow>
                    <TableCell sx={{ width: '22%' }}>
                      {text('resources.criteria-sets.compare.field')}
                    </TableCell>
                    <TableCell sx={{ width: '39%' }}>
                      {text('resources.criteria-sets.compare.before')}
                    </TableCell>
                    <TableCell>{text('resources.criteria-sets.compare.after')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {one.changes.map(({ field, from, to }) => (
                    <TableRow key={field}>
                      <TableCell>{field}</TableCell>
                      <TableCell sx={cell}>{from}</TableCell>
                      <TableCell sx={cell}>{to}</TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </Box>
          )}
        </Box>
      ))}
    </>
  );
}

const chips = {
  added: { shape: 'disc', tone: 'good' },
  removed: { shape: 'cross', tone: 'late' },
  changed: { shape: 'half', tone: 'info' },
} as const;

const cell = { overflowWrap: 'anywhere', whiteSpace: 'pre-line', minWidth: 110 } as const;
