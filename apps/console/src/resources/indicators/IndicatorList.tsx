import MuiLink from '@mui/material/Link';
import { formatDecimal, type IndicatorItem } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText, type TextKey } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ListPage } from '../../shared/ListPage.js';
import type { Column } from '../../shared/column.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useListAddress } from '../../shared/use-list-address.js';

export default function IndicatorList() {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress({ sort: 'setCode' });
  const rule = (item: IndicatorItem) => text(`resources.indicators.rules.${item.rule}` as TextKey);
  const columns: readonly Column<IndicatorItem>[] = [
    {
      name: 'name',
      label: text('resources.indicators.fields.name'),
      sortable: true,
      link: true,
      render: ({ names }) => nameIn(names, language),
    },
    {
      name: 'code',
      whole: true,
      label: text('resources.indicators.fields.code'),
      sortable: true,
      hidden: true,
      render: ({ code }) => code,
    },
    {
      name: 'measure',
      label: text('resources.indicators.fields.measure'),
      render: ({ measure }) => nameIn(measure, language),
    },
    {
      name: 'setCode',
      whole: true,
      label: text('resources.indicators.fields.set'),
      sortable: true,
      render: ({ setId, setCode, setNames }) => (
        <MuiLink component={Link} title={nameIn(setNames, language)} to={`/criteria-sets/${setId}/show`}>
          {setCode}
        </MuiLink>
      ),
    },
    { name: 'rule', label: text('resources.indicators.fields.rule'), wideOnly: true, render: rule },
    {
      name: 'maxPoints',
      label: text('resources.indicators.fields.maxPoints'),
      sortable: true,
      numeric: true,
      render: ({ maxPoints }) => (maxPoints === '0' ? '–' : formatDecimal(maxPoints, language)),
    },
    {
      name: 'thresholds',
      label: text('resources.indicators.fields.thresholds'),
      numeric: true,
      wideOnly: true,
      render: ({ thresholds }) => (thresholds === 0 ? '–' : thresholds),
    },
  ];
  return (
    <ListPage
      resource="indicators"
      address={address}
      columns={columns}
      search={text('resources.indicators.search')}
      renderPhone={(item) => (
        <PhoneRow
          primary={nameIn(item.names, language)}
          secondary={`${nameIn(item.setNames, language)} · ${rule(item)}`}
          end={item.maxPoints === '0' ? undefined : formatDecimal(item.maxPoints, language)}
        />
      )}
    />
  );
}
