import { formatInstant, type ProcedureView } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ListPage } from '../../shared/ListPage.js';
import type { Column } from '../../shared/column.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useListAddress } from '../../shared/use-list-address.js';

export default function ProcedureList() {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress();
  const columns: readonly Column<ProcedureView>[] = [
    {
      name: 'name',
      label: text('resources.procedures.fields.name'),
      sortable: true,
      link: true,
      render: ({ names }) => nameIn(names, language),
    },
    {
      name: 'kind',
      label: text('resources.procedures.fields.kind'),
      sortable: true,
      render: ({ kind }) => text(`resources.procedures.kinds.${kind}`),
    },
    {
      name: 'code',
      whole: true,
      label: text('resources.procedures.fields.code'),
      sortable: true,
      render: ({ code }) => code,
    },
    {
      name: 'version',
      label: text('resources.procedures.fields.version'),
      numeric: true,
      render: ({ version }) => version,
    },
    {
      name: 'issuedAt',
      whole: true,
      label: text('resources.procedures.fields.issuedAt'),
      sortable: true,
      wideOnly: true,
      render: ({ issuedAt }) => formatInstant(issuedAt),
    },
  ];
  return (
    <ListPage
      resource="procedures"
      address={address}
      columns={columns}
      renderPhone={({ names, kind }) => (
        <PhoneRow primary={nameIn(names, language)} secondary={text(`resources.procedures.kinds.${kind}`)} />
      )}
    />
  );
}
