import { useText } from '../../../i18n/use-text.js';
import { within, type ContentPath } from './content-path.js';
import { ChoiceAt, DecimalAt, Line, ListAt, NamesAt, TextAt } from './fields.js';
import type { TreeNode } from './content-tree.js';
import { ElementForm } from './ElementForm.js';
import { GateForm } from './GateForm.js';
import { IndicatorForm } from './IndicatorForm.js';
import { SetForm } from './SetForm.js';
import { CitationAt, CodeOf, ExpressionAt, Part, useFields } from './parts.js';

/** The form of what is chosen in the tree. */
export function FormOf({ node }: { readonly node: TreeNode }) {
  switch (node.kind) {
    case 'element':
      return <ElementForm path={node.path} />;
    case 'indicator':
      return node.path === '' ? <LostIndicator code={node.code} /> : <IndicatorForm path={node.path} />;
    case 'field':
    case 'criterion':
    case 'subCriterion':
      return <NodeForm path={node.path} field={node.kind === 'field'} />;
    case 'check':
      return <CheckForm path={node.path} />;
    case 'gate':
      return <GateForm path={node.path} />;
    default:
      return <SetForm />;
  }
}

function LostIndicator({ code }: { readonly code: string }) {
  const text = useText();
  return <p>{text('resources.criteria-sets.editor.lostIndicator', { code })}</p>;
}

function NodeForm({ path, field }: { readonly path: ContentPath; readonly field: boolean }) {
  return (
    <>
      <Line>
        <CodeOf path={within(path, 'code')} kind="other" />
        {!field && <DecimalAt path={within(path, 'maxPoints')} width={140} optional />}
      </Line>
      {field && <FieldNumbers path={path} />}
      <NamesAt path={within(path, 'names')} />
    </>
  );
}

/** What a field counts for. */
export function FieldNumbers({ path }: { readonly path: ContentPath }) {
  return (
    <Line>
      <DecimalAt path={within(path, 'maxPoints')} width={140} optional />
      <ChoiceAt path={within(path, 'kind')} width={160} />
      <DecimalAt path={within(path, 'cap')} width={140} optional />
    </Line>
  );
}

function CheckForm({ path }: { readonly path: ContentPath }) {
  const { words, types } = useFields();
  return (
    <>
      <Line>
        <TextAt path={within(path, 'code')} width={200} />
        <ChoiceAt path={within(path, 'kind')} />
        <ChoiceAt path={within(path, 'scope')} width={160} />
      </Line>
      <NamesAt path={within(path, 'names')} />
      <ExpressionAt path={within(path, 'left')} place="check" />
      <Line>
        <ChoiceAt path={within(path, 'comparison')} width={110} />
        <DecimalAt path={within(path, 'tolerance')} width={160} />
      </Line>
      <ExpressionAt path={within(path, 'right')} place="check" />
      <NamesAt path={within(path, 'residual')} optional />
      <ListAt path={within(path, 'unitTypes')} offered={types} />
      <Part title={words('citation')}>
        <CitationAt path={within(path, 'citation')} />
      </Part>
    </>
  );
}
