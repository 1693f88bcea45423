import {
  criteriaSetContent,
  previewFormula,
  type CriteriaSetContent,
  type PreviewedFormula,
  type PreviewFormula as Question,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { INSTALLATION, Reader, type Actor } from '../../platform/index.js';
import { DomainError, Ratio } from '../../shared/index.js';
import type { Figure } from '../domain/figures.js';
import { namesIn } from '../domain/names-in.js';
import { tryFormula } from '../formula/try-formula.js';

/**
 * A formula on sample figures, for whoever is writing it: what the linter says, the value, and every step. Nothing is
 * stored. Throws NOT_FOUND for a version of another administration.
 */
@Injectable()
export class PreviewFormula {
  constructor(private readonly reader: Reader) {}

  async execute(question: Question, caller: Pick<Actor, 'administrationId'>): Promise<PreviewedFormula> {
    const { formula, blanks, content, versionId, place, months, figures } = previewFormula.parse(question);
    const set = content ?? (versionId === undefined ? undefined : await this.version(versionId, caller));
    const sample = Object.entries(figures).map(([code, figure]): [string, Figure] => [
      code,
      figure.state === 'value' ? { state: 'value', value: Ratio.of(figure.value) } : { state: figure.state },
    ]);
    const tried = tryFormula({ formula, blanks, content: set, place, months, figures: new Map(sample) });
    return { ...tried, names: set === undefined ? {} : namesIn(set) };
  }

  private async version(
    id: string,
    { administrationId }: Pick<Actor, 'administrationId'>,
  ): Promise<CriteriaSetContent> {
    const [row] = await this.reader.rows<{ content: unknown }>(
      `select content from criteria_set_version
        where id = $2 and administration_id in ($1, '${INSTALLATION}')`,
      [administrationId, id],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return criteriaSetContent.parse(row.content);
  }
}
