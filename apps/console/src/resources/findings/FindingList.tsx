import { ListFrame } from '../../shared/ListFrame.js';
import { FindingTable } from './FindingTable.js';

export default function FindingList() {
  return (
    <ListFrame resource="findings">
      <FindingTable />
    </ListFrame>
  );
}
