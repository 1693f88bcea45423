import { SubmissionTable } from './SubmissionTable.js';

/** The submissions of one cycle, for its page. */
export function SubmissionsOfCycle({ cycleId }: { cycleId: string }) {
  return <SubmissionTable cycleId={cycleId} />;
}
