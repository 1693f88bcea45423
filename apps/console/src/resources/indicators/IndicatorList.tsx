import MuiLink from '@mui/material/Link';
import { formatDecimal, type IndicatorItem } from '@nhip/contracts';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useLanguage, useText, type TextKey } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListPage } from '../../shared/ListPage.js';
import { Columns, ListTable } from '../../shared/ListTable.js';
import { PhoneRow } from '../../shared/PhoneRow.js';

export default function IndicatorList() {
  const text = useText();
  const language = useLanguage();
  return (
    <ListPage
      resource="indicators"
      title={text('resources.indicators.name', { smart_count: 2 })}
      purpose={text('resources.indicators.purpose')}
      search={text('resources.indicators.search')}
      sort={{ field: 'setCode', order: 'ASC' }}
      filters={<Columns />}
      empty={
        <EmptyState
          title={text('resources.indicators.empty')}
          hint={text('resources.indicators.emptyHint')}
        />
      }
    >
      <ListTable<IndicatorItem> phone={IndicatorRow} hidden={['code']}>
        <DataTable.Col
          source="name"
          label={text('resources.indicators.fields.name')}
          render={({ names }: IndicatorItem) => nameIn(names, language)}
        />
        <DataTable.Col source="code" label={text('resources.indicators.fields.code')} />
        <DataTable.Col
          source="measure"
          disableSort
          label={text('resources.indicators.fields.measure')}
          render={({ measure }: IndicatorItem) => nameIn(measure, language)}
        />
        <DataTable.Col
          source="setCode"
          label={text('resources.indicators.fields.set')}
          render={({ setId, setCode, setNames }: IndicatorItem) => (
            <MuiLink
              component={Link}
              title={nameIn(setNames, language)}
              to={`/criteria-sets/${setId}/show`}
              onClick={(event) => event.stopPropagation()}
            >
              {setCode}
            </MuiLink>
          )}
        />
        <DataTable.Col
          source="rule"
          disableSort
          label={text('resources.indicators.fields.rule')}
          render={({ rule }: IndicatorItem) => text(`resources.indicators.rules.${rule}` as TextKey)}
        />
        <DataTable.Col
          align="right"
          source="maxPoints"
          label={text('resources.indicators.fields.maxPoints')}
          render={({ maxPoints }: IndicatorItem) =>
            maxPoints === '0' ? '–' : formatDecimal(maxPoints, language)
          }
        />
        <DataTable.Col
          align="right"
          source="thresholds"
          disableSort
          label={text('resources.indicators.fields.thresholds')}
          render={({ thresholds }: IndicatorItem) => (thresholds === 0 ? '–' : thresholds)}
        />
      </ListTable>
    </ListPage>
  );
}

function IndicatorRow({ item }: { item: IndicatorItem }) {
  const text = useText();
  const language = useLanguage();
  return (
    <PhoneRow
      primary={nameIn(item.names, language)}
      secondary={`${nameIn(item.setNames, language)} · ${text(`resources.indicators.rules.${item.rule}` as TextKey)}`}
      end={item.maxPoints === '0' ? undefined : formatDecimal(item.maxPoints, language)}
    />
  );
}
