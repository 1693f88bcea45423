import { unitColumns, unitTypeNames, unitTypes } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { ImportPage } from '../../shared/ImportPage.js';

export default function UnitImport() {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const navigate = useNavigate();
  return (
    <ImportPage
      path="/units/import"
      title={text('resources.units.importTitle')}
      columns={unitColumns}
      choices={{ unitType: unitTypes.map((type) => unitTypeNames[type][language]) }}
      onWritten={(report) => {
        notify(text('shell.import.written', { count: report.goodRows }), { type: 'success' });
        void navigate('/units');
      }}
    />
  );
}
