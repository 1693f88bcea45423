import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Names, Page as ListOf, PeerGroupView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { TextInput } from 'react-admin';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { pathsWithin } from '../../providers/api-problem.js';
import { nameIn } from '../../session/language.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { filled } from '../../shared/filled.js';
import { mandatory } from '../../shared/mandatory.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';

/** The groups within which units are ranked; units name them by their codes, so they come first. */
export default function PeerGroups() {
  const text = useText();
  const language = useLanguage();
  const { data, error } = useAnswer<ListOf<PeerGroupView>>('/peer-groups', { perPage: 200 });
  const [asked, setAsked] = useState<PeerGroupView | 'new'>();
  if (error) return <PageError error={error} />;
  if (data === undefined) return <LoadingPage />;
  const add = (
    <Button variant="contained" onClick={() => setAsked('new')}>
      {text('resources.units.groups.add')}
    </Button>
  );
  return (
    <Page narrow>
      <PageTitle
        title={text('resources.units.groups.title')}
        subtitle={text('resources.units.groups.purpose')}
      >
        {data.items.length > 0 && add}
      </PageTitle>
      <Sheet>
        {data.items.length === 0 ? (
          <EmptyState
            title={text('resources.units.groups.empty')}
            hint={text('resources.units.groups.emptyHint')}
          >
            {add}
          </EmptyState>
        ) : (
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{text('resources.units.fields.peerGroup')}</TableCell>
                <TableCell sx={wideOnly}>{text('resources.units.groups.code')}</TableCell>
                <TableCell align="right">{text('resources.units.groups.units')}</TableCell>
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {data.items.map((group) => (
                <TableRow key={group.id}>
                  <TableCell>{nameIn(group.names, language)}</TableCell>
                  <TableCell sx={wideOnly}>{group.code}</TableCell>
                  <TableCell align="right">{group.units}</TableCell>
                  <TableCell align="right">
                    <Button size="small" onClick={() => setAsked(group)} sx={{ whiteSpace: 'nowrap' }}>
                      {text('resources.units.groups.rename')}
                    </Button>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Sheet>
      {asked !== undefined && (
        <GroupDialog
          {...(asked !== 'new' && { group: asked })}
          sort={data.items.length + 1}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

/** On a phone the name and the number say enough; the code stands in the dialog. */
const wideOnly = { display: { xs: 'none', sm: 'table-cell' } } as const;

interface GroupForm {
  readonly code: string;
  readonly names: Names;
}

interface GroupDialogProps {
  /** Absent: a new one. */
  readonly group?: PeerGroupView;
  /** The place of a new one: after those that are there. */
  readonly sort: number;
  readonly onClose: () => void;
}

function GroupDialog({ group, sort, onClose }: GroupDialogProps) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const submit = async ({ code, names }: GroupForm, revision: number | undefined) => {
    if (group === undefined) {
      const peerGroups = [{ code: code.trim().toUpperCase(), names: filled(names), sort }];
      await pathsWithin('peerGroups.0', command({ resource: 'peer-groups', body: { peerGroups } }));
    } else {
      const { id } = group;
      const body = { names: filled(names) };
      await command({
        resource: 'peer-groups',
        id,
        verb: 'change',
        body,
        ...(revision !== undefined && { revision }),
      });
    }
    return names.vi;
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>
        {text(group ? 'resources.units.groups.rename' : 'resources.units.groups.add')}
      </DialogTitle>
      <DialogContent>
        <CommandForm<GroupForm>
          plain
          {...(group && { revision: group.revision })}
          defaultValues={group ? { code: group.code, names: group.names } : { code: '' }}
          submit={submit}
          onDone={(name) => {
            notify(text('resources.units.groups.saved', { name: name as string }), { type: 'success' });
            onClose();
          }}
          onCancel={onClose}
        >
          <TextInput
            source="code"
            label={text('resources.units.groups.code')}
            helperText={text('resources.units.groups.codeHelp')}
            disabled={group !== undefined}
            validate={mandatory}
          />
          <TextInput source="names.vi" label={text('resources.units.groups.nameVi')} validate={mandatory} />
          <TextInput source="names.en" label={text('resources.units.groups.nameEn')} />
        </CommandForm>
      </DialogContent>
    </Dialog>
  );
}
