import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ConclusionItemInput,
  CreatePeerGroupsCommand,
  CreateReviewCycle,
  CriteriaSetContent,
  DraftConclusion,
  FigureCell,
  Names,
  NewRole,
  NewUnit,
  StageDeadlineInput,
} from '@nhip/contracts';
import { readDaysOff, RecordDaysOff } from '@nhip/core/calendar';
import { IssueReadyCriteriaSet } from '@nhip/core/criteria';
import { CreateAdministration, CreatePeerGroups, CreateUnits } from '@nhip/core/organisation';
import { createAccounts, hashPassword } from '@nhip/core/people';
import { UnitOfWork } from '@nhip/core/platform';
import { valueOrThrow } from '@nhip/core/shared';
import { systemCall, type TestProduct } from '@nhip/core/testing';
import { PASSWORD } from './whole.js';

/** A figure of the round's data: plain text is a value, a list one a month, the rest says what it is. */
type SampleFigure =
  | string
  | readonly string[]
  | (Partial<Pick<FigureCell, 'state' | 'value' | 'note' | 'source' | 'period'>> & {
      readonly fact?: string;
    });

interface SampleConclusion extends Omit<DraftConclusion, 'items' | 'cycleId'> {
  readonly illustrative?: boolean;
  readonly items: readonly (Omit<ConclusionItemInput, 'title' | 'assignees' | 'deadline'> & {
    readonly task?: string;
    readonly title?: string;
    readonly phrase?: string;
    readonly illustrative?: boolean;
    readonly assignees: ConclusionItemInput['assignees'] | { readonly unitCodes: readonly string[] };
  })[];
}

interface Round {
  readonly cycle: Pick<CreateReviewCycle, 'code' | 'names' | 'period'> & {
    readonly criteriaSet: string;
    readonly procedure: string;
    readonly stages: StageDeadlineInput[];
    readonly units: readonly string[];
  };
  readonly figures: Readonly<Record<string, Readonly<Record<string, SampleFigure>>>>;
  readonly conclusions: Readonly<Record<'ket-luan' | 'sau-giai-trinh', SampleConclusion>>;
}

interface City {
  readonly code: string;
  readonly names: Names;
  readonly peerGroups: CreatePeerGroupsCommand['peerGroups'];
  readonly units: NewUnit[];
  readonly accounts: readonly {
    readonly userName: string;
    readonly fullName: string;
    readonly roles: NewRole[];
  }[];
}

interface CriteriaSet {
  readonly code: string;
  readonly names: Names;
  readonly content: CriteriaSetContent;
}

interface Fact {
  readonly id: string;
  readonly value: string | null;
  readonly printed: string | null;
  readonly sentence: string;
}

const text = (path: string): string => readFileSync(join(import.meta.dirname, '../samples', path), 'utf8');
const read = <Content>(path: string): Content => JSON.parse(text(path)) as Content;

/** Round 0 as the samples hold it. */
export const round = read<Round>('rounds/seed-0.json');
const city = read<City>('administrations/thanh-pho.json');
const set = read<CriteriaSet>('criteria-sets/ra-soat-2022.json');
const facts = new Map(read<Fact[]>('facts.json').map((fact) => [fact.id, fact]));
const tasks = new Map(
  read<{ id: string; vi: string; phrase: string | null }[]>('tasks.json').map((task) => [task.id, task]),
);

const filledBySecretariat = new Set(
  set.content.dataElements.filter(({ filledBy }) => filledBy === 'secretariat').map(({ code }) => code),
);

export const elementName = (code: string): string =>
  set.content.dataElements.find((element) => element.code === code)?.names.vi ?? code;

/** The account that acts for a unit in a role. */
export function accountOf(unitCode: string, role: 'unit-officer' | 'unit-leader'): string {
  const fits = (one: NewRole) => one.role === role && one.unitCode === unitCode;
  const account = city.accounts.find(({ roles }) => roles.length === 1 && roles.some(fits));
  if (account === undefined) throw new Error(`Nobody is ${role} of ${unitCode}.`);
  return account.userName;
}

/** The city of round 0 before its first cycle: calendar, units, criteria set and people, who sign in with PASSWORD. */
export async function openCity(product: TestProduct, now: string): Promise<void> {
  await product
    .get(RecordDaysOff)
    .execute({ days: valueOrThrow(readDaysOff(text('days-off.csv'))) }, systemCall(now));
  const { id } = await product
    .get(CreateAdministration)
    .execute({ code: city.code, names: city.names }, systemCall(now));
  const call = systemCall(now, id);
  await product.get(CreatePeerGroups).execute({ peerGroups: city.peerGroups }, call);
  await product.get(CreateUnits).execute({ units: city.units }, call);
  await product.get(IssueReadyCriteriaSet).execute(set, call);
  const passwordHash = await hashPassword(PASSWORD);
  const accounts = city.accounts.map((account) => ({ ...account, language: 'vi' as const, passwordHash }));
  await product.get(UnitOfWork).run(call, (tx) => createAccounts(tx, { accounts }));
}

/** Cells of the entry form that the unit itself fills, or those the secretariat fills about it. */
export function cellsOf(unitCode: string, by: 'unit' | 'secretariat'): FigureCell[] {
  const figures = Object.entries(round.figures[unitCode] ?? {});
  return figures
    .filter(([element]) => filledBySecretariat.has(element) === (by === 'secretariat'))
    .flatMap(([element, figure]) =>
      isMonthly(figure)
        ? figure.map((value, index) => ({ ...cellOf(element, value), month: `2022-0${index + 1}` }))
        : [cellOf(element, figure)],
    );
}

const isMonthly = (figure: SampleFigure): figure is readonly string[] => Array.isArray(figure);

function cellOf(element: string, figure: Exclude<SampleFigure, readonly string[]>): FigureCell {
  if (typeof figure === 'string') return { element, state: 'value', value: figure };
  const { state = 'value', value, note, source, period } = figure;
  const fact = facts.get(figure.fact ?? '');
  return {
    element,
    state,
    ...(state === 'value' && { value: value ?? fact?.value ?? '' }),
    ...(note !== undefined && { note }),
    ...(source !== undefined && { source }),
    ...(period !== undefined && { period }),
  };
}

/** A conclusion of the round as the API takes it. */
export function conclusionOf(
  name: keyof Round['conclusions'],
  cycleId: string,
  unitId: (code: string) => string,
): DraftConclusion {
  const { items, illustrative: _, ...heading } = round.conclusions[name];
  return {
    ...heading,
    cycleId,
    items: items.map(({ task, assignees, phrase: ownPhrase, title, illustrative: _invented, ...item }) => {
      const published = tasks.get(task ?? '');
      const phrase = ownPhrase ?? published?.phrase;
      return {
        ...item,
        title: title ?? published?.vi ?? item.text,
        assignees:
          assignees && 'unitCodes' in assignees ? { unitIds: assignees.unitCodes.map(unitId) } : assignees,
        ...(phrase != null && { deadline: { phrase } }),
      };
    }),
  };
}
