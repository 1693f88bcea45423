import { describe, expect, it } from '@jest/globals';
import { markedCells, percentStyles } from './cell-marks.js';

describe('marks of a sheet', () => {
  it('are found by place, whatever prefix and order the writer uses', () => {
    const xml =
      '<x:row r="3"><x:c s="1" r="AA3"><x:v>0.5</x:v></x:c><x:c r="AB3" t="s" s="1"><x:v>0</x:v></x:c></x:row>' +
      '<row r="12"><c r="C12" s="1"/><cols/><c r="D12"><f t="shared" si="0"/><v>4</v></c>' +
      '<c r="E12"><f>A1&amp;"x"</f></c><c r="F12" t="e"><v>#REF!</v></c></row>';
    expect(markedCells(xml, (style) => style === 1)).toEqual([
      { row: 2, column: 26, cell: { kind: 'percent', text: '0.5' } },
      { row: 11, column: 3, cell: { kind: 'formula', text: '…', held: '4' } },
      { row: 11, column: 4, cell: { kind: 'formula', text: 'A1&"x"' } },
      { row: 11, column: 5, cell: { kind: 'error', text: '#REF!' } },
    ]);
  });

  it('of a style are percentages by number or by sign, not by a sign in quotation marks', () => {
    const isPercent = percentStyles(
      '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot; %&quot;"/>' +
        '</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/>' +
        '<xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
    );
    expect([0, 1, 2, 3, 4, 5].map(isPercent)).toEqual([false, true, true, true, false, false]);
  });
});
