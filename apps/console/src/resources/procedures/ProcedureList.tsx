import { formatInstant, type ProcedureView } from '@nhip/contracts';
import { DataTable } from 'react-admin';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListPage } from '../../shared/ListPage.js';
import { ListTable } from '../../shared/ListTable.js';
import { PhoneRow } from '../../shared/PhoneRow.js';

export default function ProcedureList() {
  const text = useText();
  const language = useLanguage();
  return (
    <ListPage
      resource="procedures"
      title={text('resources.procedures.name', { smart_count: 2 })}
      purpose={text('resources.procedures.purpose')}
      empty={
        <EmptyState
          title={text('resources.procedures.empty')}
          hint={text('resources.procedures.emptyHint')}
        />
      }
    >
      <ListTable<ProcedureView> phone={ProcedureRow}>
        <DataTable.Col
          source="name"
          label={text('resources.procedures.fields.name')}
          render={(procedure: ProcedureView) => nameIn(procedure.names, language)}
        />
        <DataTable.Col
          source="kind"
          label={text('resources.procedures.fields.kind')}
          render={(procedure: ProcedureView) => text(`resources.procedures.kinds.${procedure.kind}`)}
        />
        <DataTable.Col source="code" label={text('resources.procedures.fields.code')} />
        <DataTable.NumberCol
          source="version"
          disableSort
          label={text('resources.procedures.fields.version')}
        />
        <DataTable.Col
          source="issuedAt"
          label={text('resources.procedures.fields.issuedAt')}
          render={({ issuedAt }: ProcedureView) => formatInstant(issuedAt)}
        />
      </ListTable>
    </ListPage>
  );
}

function ProcedureRow({ item }: { item: ProcedureView }) {
  const text = useText();
  const language = useLanguage();
  return (
    <PhoneRow
      primary={nameIn(item.names, language)}
      secondary={text(`resources.procedures.kinds.${item.kind}`)}
    />
  );
}
