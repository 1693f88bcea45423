import type { Page, SubmissionItem, UnitView } from '@nhip/contracts';
import { accountOf, cellsOf } from './city.js';
import { Person } from './person.js';

/** The people of round 0 at work over HTTP, each signed in once. */
export class CityPeople {
  private readonly signedIn = new Map<string, Promise<Person>>();
  private constructor(
    private readonly url: string,
    private readonly units: ReadonlyMap<string, string>,
  ) {}

  static async meet(url: string): Promise<CityPeople> {
    const secretariat = await Person.signIn(url, 'noivu');
    const { items } = await secretariat.get<Page<UnitView>>('/units?perPage=200');
    return new CityPeople(url, new Map(items.map(({ id, code }) => [code, id])));
  }

  named(userName: string): Promise<Person> {
    const known = this.signedIn.get(userName) ?? Person.signIn(this.url, userName);
    this.signedIn.set(userName, known);
    return known;
  }
  readonly officer = (unitCode: string) => this.named(accountOf(unitCode, 'unit-officer'));
  readonly leader = (unitCode: string) => this.named(accountOf(unitCode, 'unit-leader'));

  readonly unitId = (code: string): string => {
    const id = this.units.get(code);
    if (id === undefined) throw new Error(`The city has no unit ${code}.`);
    return id;
  };

  unitCode(id: string): string {
    return [...this.units].find(([, unit]) => unit === id)?.[0] ?? id;
  }

  async letTimePass(to: string): Promise<void> {
    await (await this.named('quantri')).letTimePass(to);
  }

  /** A cycle's submissions by code of the unit. */
  async submissions(cycleId: string): Promise<ReadonlyMap<string, SubmissionItem>> {
    const secretariat = await this.named('noivu');
    const { items } = await secretariat.get<Page<SubmissionItem>>(
      `/submissions?perPage=100&cycleId=${cycleId}`,
    );
    return new Map(items.map((item) => [item.unit.code, item]));
  }

  /** Every unit's officer fills in and hands in, its leader approves. */
  async report(cycleId: string, unitCodes: readonly string[]): Promise<void> {
    const open = await this.submissions(cycleId);
    for (const code of unitCodes) {
      const submission = `/submissions/${open.get(code)?.id}`;
      const officer = await this.officer(code);
      await officer.act(submission, 'figures', { cells: cellsOf(code, 'unit'), language: 'en' });
      await officer.act(submission, 'submit');
      await (await this.leader(code)).act(submission, 'approve');
    }
  }

  /** The secretariat takes what these units handed in. */
  async accept(cycleId: string, unitCodes: readonly string[]): Promise<void> {
    const secretariat = await this.named('noivu');
    const given = await this.submissions(cycleId);
    for (const code of unitCodes) await secretariat.act(`/submissions/${given.get(code)?.id}`, 'accept');
  }

  /** The secretariat enters what it knows about these units: DDCI. */
  async enterExternal<Answer>(cycleId: string, unitCodes: readonly string[]): Promise<Answer> {
    const cells = unitCodes.flatMap((code) =>
      cellsOf(code, 'secretariat').map((cell) => ({ ...cell, unitId: this.unitId(code), replaces: null })),
    );
    const body = { cells, language: 'en' };
    return (await this.named('noivu')).post<Answer>(`/review-cycles/${cycleId}/external-figures`, body);
  }
}
