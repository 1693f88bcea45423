import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Sheet } from '../../shared/Sheet.js';
import { examples } from './examples.js';
import type { QuestionForm } from './question-form.js';

const rounds = [0, 1, 2, 3, 4] as const;

/** What the page is for, by examples one can click. */
export function Examples({ onChosen }: { onChosen: (form: Partial<QuestionForm>) => void }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Sheet>
      <EmptyState
        title={text('resources.published-figures.empty')}
        hint={text('resources.published-figures.emptyHint')}
      >
        <Box sx={{ display: 'grid', gap: 1.5, textAlign: 'left', maxWidth: 720, mx: 'auto' }}>
          {rounds.map((round) => (
            <Box key={round} component="section">
              <Typography variant="caption" component="h3" color="text.secondary" sx={{ m: 0 }}>
                {text(`resources.published-figures.rounds.r${round}`)}
              </Typography>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mt: 0.5 }}>
                {examples
                  .filter((example) => example.round === round)
                  .map(({ label, form }) => (
                    <Button
                      key={label.vi}
                      size="small"
                      variant="outlined"
                      onClick={() => onChosen(form)}
                      sx={{ textAlign: 'left', justifyContent: 'flex-start' }}
                    >
                      {nameIn(label, language)}
                    </Button>
                  ))}
              </Box>
            </Box>
          ))}
        </Box>
      </EmptyState>
    </Sheet>
  );
}
