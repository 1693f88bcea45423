import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { criteriaFieldWords, type CriteriaSetContent } from '@nhip/contracts';
import { useMemo } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { Sheet } from '../../../shared/Sheet.js';
import { wordPlace } from './content-path.js';
import { lineAt, treeOf } from './content-tree.js';
import type { PlaceRemark } from './editing.js';

interface RemarksPaneProps {
  readonly content: CriteriaSetContent;
  readonly remarks: readonly PlaceRemark[];
  readonly onJump: (remark: PlaceRemark) => void;
}

/** Everything that is wrong or worth a look; each entry leads to the field where it is mended. */
export function RemarksPane({ content, remarks, onJump }: RemarksPaneProps) {
  const text = useText();
  const language = useLanguage();
  const tree = useMemo(() => treeOf(content), [content]);
  /** `(Tỷ lệ đúng hạn › Điểm tối đa)` */
  const placeInWords = (path: string): string => {
    const line = tree.get(lineAt(content, path));
    const name = line?.names ? nameIn(line.names, language) : text('resources.criteria-sets.editor.whole');
    const words = wordPlace(path);
    const field = words.includes('.') ? ` › ${criteriaFieldWords(words)[language]}` : '';
    return `(${name}${field})`;
  };
  const errors = remarks.filter(({ severity }) => severity !== 'warning').length;
  if (remarks.length === 0) {
    return (
      <Box role="status" sx={{ color: 'success.main', mb: 1 }}>
        {text('resources.criteria-sets.noRemarks')}
      </Box>
    );
  }
  return (
    <Sheet title={text('resources.criteria-sets.remarks', { errors, warnings: remarks.length - errors })}>
      <Box component="ul" sx={{ m: 0, p: 0, py: 0.5, maxHeight: 190, overflowY: 'auto', listStyle: 'none' }}>
        {remarks.map((remark) => (
          <li key={`${remark.path} ${remark.message}`}>
            <ButtonBase
              onClick={() => onJump(remark)}
              sx={{
                display: 'block',
                width: '100%',
                textAlign: 'left',
                px: 2,
                py: 0.5,
                font: 'inherit',
                '&:hover, &:focus-visible': { bgcolor: 'action.hover' },
              }}
            >
              <Box
                component="span"
                sx={{ color: remark.severity === 'warning' ? 'warning.main' : 'error.main', fontWeight: 500 }}
              >
                {text(
                  `resources.criteria-sets.severities.${remark.severity === 'warning' ? 'warning' : 'error'}`,
                )}
              </Box>{' '}
              {remark.message}{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {placeInWords(remark.path)}
              </Box>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </Sheet>
  );
}
