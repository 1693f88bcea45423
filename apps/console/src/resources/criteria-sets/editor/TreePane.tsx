import AddOutlined from '@mui/icons-material/AddOutlined';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import {
  dragAndDropFeature,
  hotkeysCoreFeature,
  isOrderedDragTarget,
  keyboardDragAndDropFeature,
  syncDataLoaderFeature,
  type DragTarget,
  type ItemInstance,
} from '@headless-tree/core';
import { AssistiveTreeDescription, useTree } from '@headless-tree/react';
import { formatDecimal, isDecimalText, type Language } from '@nhip/contracts';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import {
  lineAt,
  mayHold,
  moved,
  ROOT,
  stepped,
  treeOf,
  type Group,
  type Moved,
  type TreeNode,
} from './content-tree.js';
import { useEditing } from './editing.js';
import { added, addableTo, removed } from './new-parts.js';

const nothing: TreeNode = {
  id: '',
  kind: 'group',
  parent: '',
  children: [],
  code: '',
  names: undefined,
  maxPoints: undefined,
  path: '',
};

/** The set as a tree: chosen with a click or Enter, moved with the mouse, with the keyboard or with the arrows above. */
export function TreePane({ chosen }: { readonly chosen: string }) {
  const text = useText();
  const language = useLanguage();
  const { content, change, choose, remarks } = useEditing();
  const lines = useMemo(() => treeOf(content), [content]);
  const [expandedItems, setExpandedItems] = useState<string[]>(() => openAtFirst(lines));
  const wrong = useMemo(
    () =>
      new Set(
        remarks
          .filter(({ severity }) => severity !== 'warning')
          .flatMap(({ path }) => {
            const line = lineAt(content, path);
            return [line, ...ancestorsOf(lines, line)];
          }),
      ),
    [remarks, content, lines],
  );
  const nameOf = (node: TreeNode): string => {
    if (node.kind === 'set') return text('resources.criteria-sets.editor.whole');
    if (node.kind === 'group') return text(`resources.criteria-sets.editor.groups.${node.id as Group}`);
    return node.names ? nameIn(node.names, language) : node.code;
  };
  const go = (step: Moved | undefined, where: 'form' | 'tree' = 'tree') => {
    if (step === undefined) return;
    change(step.content);
    setExpandedItems((open) => [...new Set([...open, ...ancestorsOf(treeOf(step.content), step.id)])]);
    choose(step.id, where);
  };
  const drop = (items: ItemInstance<TreeNode>[], target: DragTarget<TreeNode>) => {
    const [item] = items;
    const parent = target.item.getItemData();
    const index = isOrderedDragTarget(target) ? target.childIndex : parent.children.length;
    if (item) go(moved(content, item.getId(), parent.id, index));
  };
  const tree = useTree<TreeNode>({
    rootItemId: ROOT,
    state: { expandedItems },
    setExpandedItems,
    getItemName: (item) => nameOf(item.getItemData()),
    isItemFolder: (item) =>
      item.getItemData().kind === 'group' ||
      item.getItemData().children.length > 0 ||
      addableTo(item.getItemData().kind, item.getId()).length > 0,
    dataLoader: {
      getItem: (id) => lines.get(id) ?? { ...nothing, id },
      getChildren: (id) => [...(lines.get(id)?.children ?? [])],
    },
    indent: 14,
    canReorder: true,
    canDrag: (items) => items.every((item) => !['group', 'set', 'root'].includes(item.getItemData().kind)),
    canDrop: (items, target) => items.every((item) => mayHold(target.item.getItemData(), item.getItemData())),
    onDrop: drop,
    hotkeys: {
      customChoose: {
        hotkey: 'Enter',
        isEnabled: ({ getState }) => !getState().dnd,
        handler: (_, { getFocusedItem }) => {
          choose(getFocusedItem().getId());
        },
      },
    },
    features: [syncDataLoaderFeature, hotkeysCoreFeature, dragAndDropFeature, keyboardDragAndDropFeature],
  });
  useEffect(() => {
    if (lines.size > 0) tree.rebuildTree();
  }, [tree, lines]);
  useEffect(
    () => setExpandedItems((open) => [...new Set([...open, ...ancestorsOf(lines, chosen)])]),
    [lines, chosen],
  );

  const node = lines.get(chosen);
  const isPart = node !== undefined && !['group', 'set', 'root'].includes(node.kind);
  const step = (by: -1 | 1) => (isPart ? stepped(content, chosen, by) : undefined);
  const remove = () => {
    if (node === undefined) return;
    change(removed(content, chosen));
    choose(node.parent === ROOT || node.parent in groupNames ? 'set' : node.parent, 'tree');
  };
  return (
    <Box>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, p: 0.5, borderBottom: 1, borderColor: 'divider' }}
      >
        <IconButton
          size="small"
          disabled={step(-1) === undefined}
          onClick={() => go(step(-1))}
          aria-label={text('resources.criteria-sets.editor.up')}
        >
          <ArrowUpwardOutlined fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          disabled={step(1) === undefined}
          onClick={() => go(step(1))}
          aria-label={text('resources.criteria-sets.editor.down')}
        >
          <ArrowDownwardOutlined fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          disabled={!isPart}
          onClick={remove}
          aria-label={text('resources.criteria-sets.editor.remove')}
        >
          <DeleteOutlined fontSize="small" />
        </IconButton>
        {node !== undefined &&
          addableTo(node.kind, node.id).map((kind) => (
            <Button
              key={kind}
              size="small"
              startIcon={<AddOutlined />}
              onClick={() => go(added(content, node.id, kind), 'form')}
            >
              {text(`resources.criteria-sets.editor.add.${kind}`)}
            </Button>
          ))}
      </Box>
      <Box sx={hiddenText}>
        <AssistiveTreeDescription tree={tree} />
      </Box>
      <Box sx={{ position: 'relative' }}>
        <Box {...tree.getContainerProps(text('resources.criteria-sets.editor.tree'))} sx={{ py: 0.5 }}>
          {tree.getItems().map((item) => {
            const line = item.getItemData();
            const group = line.kind === 'group';
            return (
              <Box
                {...item.getProps()}
                key={item.getId()}
                // What is read out is what is seen, with points and marks.
                aria-label={undefined}
                aria-selected={item.getId() === chosen}
                onClick={() => {
                  item.setFocused();
                  choose(item.getId());
                  if (group) item.expand();
                }}
                data-line={item.getId()}
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 0.5,
                  pl: `${item.getItemMeta().level * 14 + 4}px`,
                  pr: 1,
                  minHeight: 30,
                  cursor: 'pointer',
                  fontWeight: group ? 600 : 400,
                  bgcolor: item.getId() === chosen ? 'action.selected' : undefined,
                  outline: item.isUnorderedDragTarget() ? '2px solid' : undefined,
                  outlineColor: 'primary.main',
                  '&:hover': { bgcolor: item.getId() === chosen ? 'action.selected' : 'action.hover' },
                  '&:focus-visible': {
                    outline: '2px solid',
                    outlineColor: 'primary.main',
                    outlineOffset: '-2px',
                  },
                }}
              >
                <ChevronRightOutlined
                  fontSize="small"
                  onClick={(event) => {
                    event.stopPropagation();
                    if (item.isExpanded()) item.collapse();
                    else item.expand();
                  }}
                  sx={{
                    visibility: line.children.length > 0 ? 'visible' : 'hidden',
                    transform: item.isExpanded() ? 'rotate(90deg)' : undefined,
                    color: 'text.secondary',
                  }}
                />
                <Box component="span" sx={{ flex: 1, py: 0.25 }}>
                  {nameOf(line)}
                </Box>
                {wrong.has(line.id) && (
                  <ErrorOutlined
                    color="error"
                    sx={{ fontSize: 16 }}
                    titleAccess={text('resources.criteria-sets.severities.error')}
                  />
                )}
                <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                  {besideOf(line, language)}
                </Box>
              </Box>
            );
          })}
        </Box>
        <Box
          style={tree.getDragLineStyle()}
          sx={{ height: '2px', bgcolor: 'primary.main', pointerEvents: 'none' }}
        />
      </Box>
    </Box>
  );
}

/** Lines that fit on a screen or two. */
const READ_AT_ONCE = 80;

const FOLDERS: ReadonlySet<string> = new Set(['field', 'criterion', 'subCriterion']);

/** Fields and what is below them; of a large set the fields alone. */
function openAtFirst(lines: ReadonlyMap<string, TreeNode>): string[] {
  const folders = [...lines.values()].filter(({ kind }) => FOLDERS.has(kind));
  const shown = folders.reduce((sum, { children }) => sum + children.length, 0);
  return ['fields', ...(shown > READ_AT_ONCE ? [] : folders.map(({ id }) => id))];
}

const groupNames: Readonly<Record<Group, true>> = {
  fields: true,
  loose: true,
  dataElements: true,
  checks: true,
  gates: true,
};

const hiddenText = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

/** How many a group has; the most points of a part. */
function besideOf({ kind, children, maxPoints = '' }: TreeNode, language: Language): string {
  if (kind === 'group') return String(children.length);
  return maxPoints !== '0' && isDecimalText(maxPoints) ? formatDecimal(maxPoints, language) : '';
}

function ancestorsOf(lines: ReadonlyMap<string, TreeNode>, id: string): string[] {
  const parent = lines.get(id)?.parent;
  return parent === undefined || parent === '' || parent === ROOT
    ? []
    : [parent, ...ancestorsOf(lines, parent)];
}
