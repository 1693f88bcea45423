import Button from '@mui/material/Button';
import type { Page, RecommendationItem } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import { isBare } from '../../shared/PagedTable.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListFilters } from '../../shared/ListFilters.js';
import { ListFrame } from '../../shared/ListFrame.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { OnlyState } from '../procedures/OnlyState.js';
import { RecommendationTable, useRecommendationColumns } from './RecommendationTable.js';

const filters = ['open', 'unitId', 'cycleId', 'supervisionId', 'state'] as const;

export default function RecommendationList() {
  const text = useText();
  const permitted = useMe().permissions.includes('follow-ups.recommend');
  const address = useListAddress({ sort: 'openedAt', order: 'DESC' });
  const answer = useAnswer<Page<RecommendationItem>>('/recommendations', address.query(...filters));
  const create = permitted && (
    <Button component={Link} to="/recommendations/create" variant="contained">
      {text('resources.recommendations.create')}
    </Button>
  );
  return (
    <ListFrame resource="recommendations" actions={!isBare(answer, address, filters) && create}>
      <ListFilters
        address={address}
        search={text('resources.recommendations.search')}
        table="recommendations"
        columns={useRecommendationColumns()}
      >
        <AddressSelect
          address={address}
          name="open"
          label={text('resources.recommendations.fields.state')}
          all={text('resources.recommendations.all')}
          choices={[
            { value: 'true', label: text('resources.recommendations.open') },
            { value: 'false', label: text('resources.recommendations.ended') },
          ]}
        />
        <OnlyState address={address} />
      </ListFilters>
      <Sheet>
        <RecommendationTable
          address={address}
          query={address.query(...filters)}
          filters={filters}
          empty={
            <EmptyState
              title={text('resources.recommendations.empty')}
              hint={text('resources.recommendations.emptyHint')}
            >
              {create}
            </EmptyState>
          }
        />
      </Sheet>
    </ListFrame>
  );
}
