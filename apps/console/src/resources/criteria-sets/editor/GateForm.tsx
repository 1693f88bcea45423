import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { criteriaChoices, type Gate } from '@nhip/contracts';
import { useLanguage } from '../../../i18n/use-text.js';
import { within, type ContentPath } from './content-path.js';
import { useAt, useEditing } from './editing.js';
import { ChoiceAt, CodeAt, Line, NamesAt, TextAt, useWords } from './fields.js';
import { CitationAt, FormulaAt, Part, useFields, useOptions } from './parts.js';

export function GateForm({ path }: { readonly path: ContentPath }) {
  const { text, words } = useFields();
  const language = useLanguage();
  const label = useWords(within(path, 'effect', 'kind'));
  const when = useAt(within(path, 'when'));
  const { value: blanks } = useAt(within(path, 'blanks'));
  const { value, set } = useAt(within(path, 'effect'));
  const { content } = useEditing();
  const classes = useOptions('classes');
  const indicators = useOptions('indicators');
  const fields = useOptions('fields');
  const effect = value as Gate['effect'];
  const kind = 'atMost' in effect ? 'at-most' : 'down' in effect ? 'down' : `zero-${effect.zero}`;
  const choose = (chosen: string) => {
    if (chosen === 'at-most') set({ atMost: classes[0]?.code ?? '' });
    else if (chosen === 'down') set({ down: 1 });
    else set({ zero: chosen.replace('zero-', '') });
  };
  const criteria = content.fields.flatMap((field) =>
    field.criteria.flatMap((one) =>
      [one, ...one.subCriteria].map(({ code, names }) => ({ code, name: names.vi })),
    ),
  );
  const owners = { 'zero-indicator': indicators, 'zero-criterion': criteria, 'zero-field': fields };
  return (
    <>
      <TextAt path={within(path, 'code')} width={200} />
      <NamesAt path={within(path, 'names')} />
      <Part title={words('when')}>
        {when.value === undefined ? (
          <Button size="small" onClick={() => when.set('0 = 1')}>
            {text('resources.criteria-sets.editor.addCondition')}
          </Button>
        ) : (
          <>
            <FormulaAt
              path={within(path, 'when')}
              place="gate"
              blanks={blanks === 'zero' ? 'zero' : 'missing'}
            />
            <Line>
              <ChoiceAt path={within(path, 'blanks')} width={320} />
              <Button size="small" onClick={() => when.set(undefined)}>
                {text('resources.criteria-sets.editor.removeFormula')}
              </Button>
            </Line>
          </>
        )}
      </Part>
      <Line>
        <TextField
          select
          label={label}
          value={kind}
          onChange={({ target }) => choose(target.value)}
          data-path={within(path, 'effect')}
          sx={{ width: 260 }}
        >
          {Object.entries(criteriaChoices('effect.kind') ?? {}).map(([key, says]) => (
            <MenuItem key={key} value={key}>
              {says[language]}
            </MenuItem>
          ))}
        </TextField>
        {kind in owners && (
          <CodeAt
            path={within(path, 'effect', 'of')}
            label={words('of')}
            options={owners[kind as keyof typeof owners]}
            optional
          />
        )}
        {kind === 'at-most' && (
          <CodeAt path={within(path, 'effect', 'atMost')} label={words('class')} options={classes} />
        )}
        {'down' in effect && (
          <TextField
            type="number"
            label={text('resources.criteria-sets.editor.steps')}
            value={effect.down}
            onChange={({ target }) => set({ down: Number(target.value) })}
            sx={{ width: 120 }}
          />
        )}
      </Line>
      <Part title={words('citation')}>
        <CitationAt path={within(path, 'citation')} />
      </Part>
    </>
  );
}
