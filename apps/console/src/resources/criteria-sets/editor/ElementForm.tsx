import Button from '@mui/material/Button';
import { within, type ContentPath } from './content-path.js';
import { useAt } from './editing.js';
import { ChoiceAt, Line, ListAt, NamesAt, TextAt, YesAt } from './fields.js';
import { CitationAt, CodeOf, FormulaAt, Part, useFields } from './parts.js';
import { Rows } from './Rows.js';

export function ElementForm({ path }: { readonly path: ContentPath }) {
  const { text, words, types } = useFields();
  const { value: kind } = useAt(within(path, 'kind'));
  const formula = useAt(within(path, 'formula'));
  const { value: blanks } = useAt(within(path, 'blanks'));
  return (
    <>
      <Line>
        <CodeOf path={within(path, 'code')} kind="element" />
        <ChoiceAt path={within(path, 'kind')} />
        <ChoiceAt path={within(path, 'filledBy')} width={160} disabled={formula.value !== undefined} />
        <ChoiceAt path={within(path, 'frequency')} width={160} disabled={formula.value !== undefined} />
      </Line>
      <NamesAt path={within(path, 'names')} />
      <NamesAt path={within(path, 'measure')} />
      {kind === 'text-tier' && (
        <Rows path={within(path, 'tiers')} title={words('tiers')} blank={() => ({ vi: '' })} emptyIsAbsent>
          {(at) => <NamesAt path={at} label={words('names')} />}
        </Rows>
      )}
      <Part title={text('resources.criteria-sets.editor.calculated')}>
        {formula.value === undefined ? (
          <Button size="small" onClick={() => formula.set('0')}>
            {text('resources.criteria-sets.editor.addFormula')}
          </Button>
        ) : (
          <>
            <FormulaAt
              path={within(path, 'formula')}
              place="element"
              blanks={blanks === 'zero' ? 'zero' : 'missing'}
            />
            <Line>
              <ChoiceAt path={within(path, 'blanks')} width={320} optional />
              <Button size="small" onClick={() => formula.set(undefined)}>
                {text('resources.criteria-sets.editor.removeFormula')}
              </Button>
            </Line>
          </>
        )}
      </Part>
      <NamesAt path={within(path, 'guide')} optional />
      <TextAt path={within(path, 'source')} optional />
      <ListAt path={within(path, 'unitTypes')} offered={types} />
      <YesAt path={within(path, 'illustrative')} />
      <Part title={words('citation')}>
        <CitationAt path={within(path, 'citation')} />
      </Part>
    </>
  );
}
