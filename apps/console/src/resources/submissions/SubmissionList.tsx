import { ListFrame } from '../../shared/ListFrame.js';
import { SubmissionTable } from './SubmissionTable.js';

export default function SubmissionList() {
  return (
    <ListFrame resource="submissions">
      <SubmissionTable />
    </ListFrame>
  );
}
