import { formatDay, type Language, type Page, type RecommendationItem } from '@nhip/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import type { Column } from '../../shared/column.js';
import { PagedTable } from '../../shared/PagedTable.js';
import { useAnswer } from '../../shared/use-answer.js';
import type { ListAddress } from '../../shared/use-list-address.js';
import { RecommendationState } from './RecommendationState.js';

interface RecommendationTableProps {
  readonly address: ListAddress;
  readonly query: Readonly<Record<string, unknown>>;
  readonly filters: readonly string[];
  readonly empty: ReactNode;
}

/** Who recommends: a unit, or those who supervised one. */
const from = ({ unit, supervision }: RecommendationItem, language: Language): string =>
  unit ? nameIn(unit.names, language) : (supervision?.title ?? '–');

export function useRecommendationColumns(): readonly Column<RecommendationItem>[] {
  const text = useText();
  const language = useLanguage();
  const field = (name: 'title' | 'from' | 'addressee' | 'dueOn' | 'state') =>
    text(`resources.recommendations.fields.${name}`);
  return [
    {
      name: 'title',
      label: field('title'),
      sortable: true,
      link: true,
      render: ({ title }) => title,
      renderAside: ({ illustrative }) => illustrative && <IllustrativeMark />,
    },
    { name: 'from', label: field('from'), wideOnly: true, render: (one) => from(one, language) },
    { name: 'addressee', label: field('addressee'), render: ({ addressee }) => addressee },
    {
      name: 'dueOn',
      whole: true,
      label: field('dueOn'),
      sortable: true,
      render: ({ dueOn }) => (dueOn === null ? '–' : formatDay(dueOn)),
    },
    {
      name: 'state',
      label: field('state'),
      sortable: true,
      render: (one) => <RecommendationState recommendation={one} />,
    },
  ];
}

/** Recommendations: of everybody, or of one supervision. */
export function RecommendationTable({ address, query, filters, empty }: RecommendationTableProps) {
  const language = useLanguage();
  const answer = useAnswer<Page<RecommendationItem>>('/recommendations', query);
  const to = ({ id }: RecommendationItem) => `/recommendations/${id}/show`;
  return (
    <PagedTable
      name="recommendations"
      columns={useRecommendationColumns()}
      answer={answer}
      address={address}
      keyOf={({ id }) => id}
      opens={to}
      filters={filters}
      empty={empty}
      renderPhone={(one) => (
        <PhoneRow
          primary={one.title}
          secondary={
            <>
              {from(one, language)} → {one.addressee}
              <div style={{ marginTop: 4 }}>
                <RecommendationState recommendation={one} />
              </div>
            </>
          }
        />
      )}
    />
  );
}
