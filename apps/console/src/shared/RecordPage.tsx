import { useGetOne, type RaRecord } from 'ra-core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { LoadingPage } from '../app/LoadingPage.js';
import { PageError } from '../app/PageError.js';
import { Page } from './Page.js';

interface RecordPageProps<Item extends RaRecord> {
  readonly resource: string;
  readonly narrow?: boolean;
  readonly children: (item: Item) => ReactNode;
}

/** Lists leave their shorter items in react-admin's cache of records; a page asks for the record itself. */
const WHOLE = { whole: true };

/** The record of the address (`/units/<id>/show`), or why it cannot be shown. */
export function RecordPage<Item extends RaRecord>({
  resource,
  narrow = false,
  children,
}: RecordPageProps<Item>) {
  const { id = '' } = useParams();
  const { data, error, isPending } = useGetOne<Item>(resource, {
    id: decodeURIComponent(id),
    meta: WHOLE,
  });
  if (error) return <PageError error={error} />;
  if (isPending) return <LoadingPage />;
  return <Page narrow={narrow}>{children(data)}</Page>;
}
