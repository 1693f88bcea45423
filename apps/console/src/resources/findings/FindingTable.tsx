import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  findingImportances,
  findingStates,
  findingTexts,
  formatDecimal,
  type FindingCode,
  type FindingView,
  type Language,
  type Page,
} from '@nhip/contracts';
import { Link as RouterLink } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListFilters } from '../../shared/ListFilters.js';
import type { Column } from '../../shared/column.js';
import { PagedTable } from '../../shared/PagedTable.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { FindingAnswer } from './FindingAnswer.js';
import { FindingImportanceChip, FindingStateChip } from './FindingState.js';

const filters = ['importance', 'state', 'code', 'unitId'] as const;
const codes = Object.keys(findingTexts) as FindingCode[];

interface FindingTableProps {
  /** Of one cycle; without it of all that the reader reaches. */
  readonly cycleId?: string;
}

/** Weight by unit: the gravest first; expected against found, and the answer beside. */
export function FindingTable({ cycleId }: FindingTableProps) {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress({ sort: 'importance' });
  const answer = useAnswer<Page<FindingView>>('/findings', {
    ...address.query(...filters),
    ...(cycleId === undefined ? {} : { cycleId }),
  });
  const columns: Column<FindingView>[] = [
    {
      name: 'importance',
      label: text('resources.findings.fields.importance'),
      sortable: true,
      render: ({ importance }) => <FindingImportanceChip importance={importance} />,
    },
    {
      name: 'unit',
      label: text('resources.findings.fields.unit'),
      sortable: true,
      render: (finding) => <UnitOf finding={finding} />,
    },
    {
      name: 'message',
      label: text('resources.findings.fields.message'),
      render: (finding) => <Sentence finding={finding} />,
    },
    {
      name: 'expected',
      label: text('resources.findings.fields.expected'),
      numeric: true,
      wideOnly: true,
      render: ({ expected }) => shown(expected, language),
    },
    {
      name: 'found',
      label: text('resources.findings.fields.found'),
      numeric: true,
      wideOnly: true,
      render: ({ found }) => shown(found, language),
    },
    {
      name: 'answer',
      label: text('resources.findings.fields.answer'),
      render: (finding) => (
        <Box sx={{ minWidth: 180, maxWidth: 340 }}>
          <FindingAnswer finding={finding} />
        </Box>
      ),
    },
    {
      name: 'state',
      label: text('resources.findings.fields.state'),
      render: ({ state }) => <FindingStateChip state={state} />,
    },
  ];
  const choice = (value: string, label: string) => ({ value, label });
  return (
    <>
      <ListFilters
        address={address}
        search={text('resources.findings.search')}
        table="findings"
        columns={columns}
      >
        <AddressSelect
          address={address}
          name="importance"
          label={text('resources.findings.fields.importance')}
          all={text('resources.findings.allImportances')}
          choices={findingImportances.map((one) =>
            choice(one, text(`resources.findings.importances.${one}`)),
          )}
        />
        <AddressSelect
          address={address}
          name="state"
          label={text('resources.findings.fields.state')}
          all={text('resources.findings.allStates')}
          choices={findingStates.map((one) => choice(one, text(`resources.findings.states.${one}`)))}
        />
        <AddressSelect
          address={address}
          name="code"
          label={text('resources.findings.fields.code')}
          all={text('resources.findings.allCodes')}
          choices={codes.map((one) => choice(one, text(`resources.findings.codes.${one}`)))}
        />
      </ListFilters>
      <Sheet>
        <PagedTable
          name="findings"
          columns={columns}
          answer={answer}
          address={address}
          filters={filters}
          keyOf={({ id }) => id}
          renderPhone={(finding) => <FindingCard finding={finding} />}
          empty={
            <EmptyState
              title={text('resources.findings.empty')}
              hint={text('resources.findings.emptyHint')}
            />
          }
        />
      </Sheet>
    </>
  );
}

function UnitOf({ finding: { unit } }: { finding: FindingView }) {
  const text = useText();
  const language = useLanguage();
  return <>{unit ? nameIn(unit.names, language) : text('resources.findings.ofCycle')}</>;
}

/** The sentence, and what the gap may mean. */
function Sentence({ finding }: { finding: FindingView }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box sx={{ minWidth: 240, maxWidth: 560 }}>
      <Link component={RouterLink} to={`/findings/${finding.id}/show`} color="inherit">
        {nameIn(finding.message, language)}
      </Link>
      <Typography variant="caption" component="div" color="text.secondary">
        {codeName(finding.code, text)}
      </Typography>
    </Box>
  );
}

export function codeName(code: string, text: ReturnType<typeof useText>): string {
  return code in findingTexts ? text(`resources.findings.codes.${code as FindingCode}`) : code;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Decimal text as the language writes it, without superfluous zeros; anything else as it stands. */
export function shown(value: string | null, language: Language): string {
  if (value === null) return '–';
  if (!DECIMAL.test(value)) return value;
  const plain = value.includes('.') ? value.replace(/\.?0+$/, '') : value;
  return formatDecimal(plain, language);
}

function FindingCard({ finding }: { finding: FindingView }) {
  return (
    <Box sx={{ px: 2, py: 1.25 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mb: 0.5 }}>
        <FindingImportanceChip importance={finding.importance} />
        <FindingStateChip state={finding.state} />
      </Box>
      <Typography sx={{ fontWeight: 500 }}>
        <UnitOf finding={finding} />
      </Typography>
      <Sentence finding={finding} />
      <FindingAnswer finding={finding} />
    </Box>
  );
}
