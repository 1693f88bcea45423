import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { formatDay, formatPercent, unitTypeNames, type UnitDetail } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { FieldList } from '../../shared/FieldList.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { unitChanges } from './unit-history.js';

export default function UnitShow() {
  return <RecordPage<UnitDetail> resource="units">{(unit) => <Unit unit={unit} />}</RecordPage>;
}

function Unit({ unit }: { unit: UnitDetail }) {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('units.manage');
  return (
    <>
      <PageTitle
        title={nameIn(unit.names, language)}
        subtitle={`${unit.code} · ${unitTypeNames[unit.unitType][language]}`}
      >
        {permitted && (
          <Button component={Link} to={`/units/${unit.id}`} variant="contained">
            {text('resources.units.change')}
          </Button>
        )}
      </PageTitle>
      <Sheet>
        <FieldList
          rows={[
            {
              label: text('resources.units.fields.parent'),
              value: unit.parent ? <UnitLink unit={unit.parent} /> : text('resources.units.root'),
            },
            {
              label: text('resources.units.fields.peerGroup'),
              value: unit.peerGroup
                ? nameIn(unit.peerGroup.names, language)
                : text('resources.units.noPeerGroup'),
            },
            { label: text('resources.units.fields.shortName'), value: unit.shortName ?? '–' },
            { label: text('resources.units.fields.validity'), value: <Validity {...unit} /> },
          ]}
        />
      </Sheet>
      <Versions unit={unit} />
      <Related title={text('resources.units.predecessors')} links={unit.predecessors} />
      <Related title={text('resources.units.successors')} links={unit.successors} />
      <HistoryTimeline
        subjectKind="unit"
        subjectId={unit.id}
        resource="units"
        changes={(item) => unitChanges(item, unit.versions)}
      />
    </>
  );
}

function UnitLink({ unit }: { unit: { readonly id: string; readonly names: UnitDetail['names'] } }) {
  const language = useLanguage();
  return (
    <MuiLink component={Link} to={`/units/${unit.id}/show`}>
      {nameIn(unit.names, language)}
    </MuiLink>
  );
}

/** `validTo` is the first day on which it no longer holds. */
function Validity({ validFrom, validTo }: Pick<UnitDetail, 'validFrom' | 'validTo'>) {
  const text = useText();
  return `${formatDay(validFrom)} – ${validTo === null ? text('resources.units.untilNow') : formatDay(validTo)}`;
}

function Versions({ unit }: { unit: UnitDetail }) {
  const text = useText();
  const language = useLanguage();
  if (unit.versions.length < 2) return null;
  return (
    <Sheet title={text('resources.units.versions')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{text('resources.units.fields.validity')}</TableCell>
            <TableCell>{text('resources.units.fields.name')}</TableCell>
            <TableCell>{text('resources.units.fields.unitType')}</TableCell>
            <TableCell>{text('resources.units.fields.parent')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {unit.versions.map((version) => (
            <TableRow key={version.validFrom}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <Validity {...version} />
              </TableCell>
              <TableCell>{nameIn(version.names, language)}</TableCell>
              <TableCell>{unitTypeNames[version.unitType][language]}</TableCell>
              <TableCell>{version.parent ? <UnitLink unit={version.parent} /> : '–'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Sheet>
  );
}

function Related({ title, links }: { title: string; links: UnitDetail['successors'] }) {
  const text = useText();
  const language = useLanguage();
  if (links.length === 0) return null;
  return (
    <Sheet title={title}>
      <FieldList
        rows={links.map(({ unit, on, share }) => ({
          label: formatDay(on),
          value: (
            <>
              <UnitLink unit={unit} />
              {share !== null &&
                ` · ${text('resources.units.share', { share: formatPercent(share, language) })}`}
            </>
          ),
        }))}
      />
    </Sheet>
  );
}
