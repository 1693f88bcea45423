import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { dueTabs, formatDay, type DueTab, type TaskGroup } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import type { ListAddress } from '../../shared/use-list-address.js';

const tabs = dueTabs.filter((tab) => tab !== 'done');

/** Open tasks of each unit or conclusion by due date; every number leads to the tasks it counts. */
export function TaskGroups({ address, by }: { address: ListAddress; by: 'unit' | 'conclusion' }) {
  const text = useText();
  const given = Object.fromEntries(
    ['kind', 'unitId', 'cycleId', 'criticism', 'extension'].map((name) => [name, address.filter(name)]),
  );
  const { data, error } = useAnswer<{ readonly items: readonly TaskGroup[] }>('/tasks/groups', {
    ...given,
    by,
    q: address.q,
  });
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return null;
  if (data.items.length === 0)
    return (
      <Sheet>
        <EmptyState
          title={text('resources.tasks.groups.none')}
          hint={text('resources.tasks.groups.noneHint')}
        />
      </Sheet>
    );
  return (
    <Sheet>
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell sx={{ ...first, zIndex: 1 }}>
                {text(by === 'unit' ? 'resources.tasks.fields.unit' : 'resources.tasks.sources.conclusion')}
              </TableCell>
              <TableCell align="right">{text('resources.tasks.groups.open')}</TableCell>
              {tabs.map((tab) => (
                <TableCell key={tab} align="right">
                  {text(`resources.tasks.tabs.${tab}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.items.map((group) => (
              <Group key={group.id} group={group} />
            ))}
          </TableBody>
        </Table>
      </Box>
    </Sheet>
  );
}

/** Whose numbers they are stays in sight on a phone. */
const first = { position: 'sticky', left: 0, bgcolor: 'background.paper' } as const;

function Group({ group }: { group: TaskGroup }) {
  const language = useLanguage();
  const { id, unit, conclusion, tabs: counts } = group;
  const open = tabs.reduce((sum, tab) => sum + counts[tab], 0);
  const to = (tab?: DueTab): string =>
    unit === null
      ? `/conclusions/${id}/show`
      : `/tasks?${new URLSearchParams({ unitId: id, ...(tab && { tab }) })}`;
  return (
    <TableRow hover>
      <TableCell sx={{ ...first, minWidth: 160 }}>
        <MuiLink component={Link} to={to()}>
          {unit === null ? conclusion?.title : nameIn(unit.names, language)}
        </MuiLink>
        {conclusion && (
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
            {[conclusion.number, formatDay(conclusion.heldOn)].filter(Boolean).join(' · ')}
          </Box>
        )}
      </TableCell>
      <TableCell align="right" sx={{ fontWeight: 600 }}>
        {open}
      </TableCell>
      {tabs.map((tab) => (
        <TableCell key={tab} align="right">
          {counts[tab] === 0 ? (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              0
            </Box>
          ) : unit === null ? (
            <Box component="span" sx={{ color: tab === 'overdue' ? 'error.main' : undefined }}>
              {counts[tab]}
            </Box>
          ) : (
            <MuiLink component={Link} to={to(tab)} color={tab === 'overdue' ? 'error' : 'primary'}>
              {counts[tab]}
            </MuiLink>
          )}
        </TableCell>
      ))}
    </TableRow>
  );
}
