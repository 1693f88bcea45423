import { createReadStream } from 'node:fs';
import { LARGEST_EVIDENCE } from '@nhip/contracts';
import { FILE_STORE, GiveEvidence, type FileStore } from '@nhip/core/evidence';
import { DomainError } from '@nhip/core/shared';
import { sampleFile } from '../read-samples.js';
import type { StepOf } from '../steps.js';
import type { Stage } from '../stage.js';
import { taskId } from './task-commands.js';

/** An officer gives a file of the samples as evidence of a figure or a task; left out where the installation keeps no files. */
export async function giveEvidence(stage: Stage, step: StepOf<'give-evidence'>): Promise<void> {
  const { unit, file, name, element, documentNumber, documentOn, page } = step;
  const subject =
    element === undefined
      ? { subjectKind: 'task' as const, subjectId: await taskId(stage, step) }
      : { subjectKind: 'submission' as const, subjectId: (await stage.submission(unit)).id, element };
  const store = stage.get<FileStore>(FILE_STORE);
  try {
    const received = await store.receive(createReadStream(sampleFile(`evidence/${file}`)), LARGEST_EVIDENCE);
    await stage
      .get(GiveEvidence)
      .execute(
        { words: { ...subject, documentNumber, documentOn, page }, name, file: received },
        stage.call(step, stage.ofUnit(unit, 'unit-officer'), unit),
      );
    await store.discard(received);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'EVIDENCE_NOT_KEPT') throw error;
  }
}
