import type { CriteriaSetContent, Names } from '@nhip/contracts';
import { valueAt, withInserted, withValue, within, type ContentPath } from './content-path.js';

export type NodeKind =
  | 'root'
  | 'set'
  | 'group'
  | 'field'
  | 'criterion'
  | 'subCriterion'
  | 'indicator'
  | 'element'
  | 'check'
  | 'gate';

export type Group = 'fields' | 'loose' | 'dataElements' | 'checks' | 'gates';

/** One line of the tree. Its id is its place: for an indicator, where it is referred to. */
export interface TreeNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly parent: string;
  readonly children: readonly string[];
  readonly code: string;
  /** Undefined for groups, whose words are the console's own, and where a reference leads nowhere. */
  readonly names: Names | undefined;
  readonly maxPoints: string | undefined;
  /** Where in the content it stands; of an indicator, in the list of indicators. */
  readonly path: ContentPath;
}
export type Tree = ReadonlyMap<string, TreeNode>;

export const ROOT = 'root';
export const groups: readonly Group[] = ['fields', 'loose', 'dataElements', 'checks', 'gates'];

/** Fields with their criteria, sub-criteria and indicators; indicators outside the tree; elements, checks and gates. */
export function treeOf(content: CriteriaSetContent): Tree {
  const tree = new Map<string, TreeNode>();
  const indicatorAt = new Map(content.indicators.map(({ code }, at) => [code, at]));
  const add = (node: Omit<TreeNode, 'path'> & { path?: string }): string => {
    tree.set(node.id, { ...node, path: node.path ?? node.id });
    return node.id;
  };
  const reference = (id: string, parent: string, code: string): string => {
    const at = indicatorAt.get(code);
    const indicator = at === undefined ? undefined : content.indicators[at];
    return add({
      id,
      kind: 'indicator',
      parent,
      children: [],
      code,
      names: indicator?.names,
      maxPoints: indicator?.maxPoints,
      path: at === undefined ? '' : `indicators.${at}`,
    });
  };
  const references = (parent: string, codes: readonly string[]): string[] =>
    codes.map((code, at) => reference(within(parent, 'indicators', at), parent, code));

  const fields = content.fields.map((field, f) => {
    const id = `fields.${f}`;
    const criteria = field.criteria.map((criterion, c) => {
      const criterionId = within(id, 'criteria', c);
      const subs = criterion.subCriteria.map((sub, s) => {
        const subId = within(criterionId, 'subCriteria', s);
        return add({
          ...lineOf(sub),
          id: subId,
          kind: 'subCriterion',
          parent: criterionId,
          children: references(subId, sub.indicators),
        });
      });
      const children = [...references(criterionId, criterion.indicators), ...subs];
      return add({ ...lineOf(criterion), id: criterionId, kind: 'criterion', parent: id, children });
    });
    return add({ ...lineOf(field), id, kind: 'field', parent: 'fields', children: criteria });
  });
  const placed = new Set(
    [...tree.values()].filter(({ kind }) => kind === 'indicator').map(({ path }) => path),
  );
  const loose = content.indicators.flatMap(({ code }, at) =>
    placed.has(`indicators.${at}`) ? [] : [{ id: `loose.${at}`, code, at }],
  );
  const list = (group: 'dataElements' | 'checks' | 'gates', kind: NodeKind): string[] =>
    content[group].map((one, at) =>
      add({ ...lineOf(one), id: `${group}.${at}`, kind, parent: group, children: [] }),
    );
  const children: Readonly<Record<Group, readonly string[]>> = {
    fields,
    loose: loose.map(({ id, code, at }) =>
      add({
        ...lineOf(content.indicators[at] ?? { code }),
        id,
        kind: 'indicator',
        parent: 'loose',
        children: [],
        path: `indicators.${at}`,
      }),
    ),
    dataElements: list('dataElements', 'element'),
    checks: list('checks', 'check'),
    gates: list('gates', 'gate'),
  };
  const none = { code: '', names: undefined, maxPoints: undefined };
  const shown = groups.filter((group) => group !== 'loose' || loose.length > 0);
  for (const group of shown)
    add({ ...none, id: group, kind: 'group', parent: ROOT, children: children[group] });
  add({ ...none, id: 'set', kind: 'set', parent: ROOT, children: [], path: '' });
  add({ ...none, id: ROOT, kind: 'root', parent: '', children: ['set', ...shown], path: '' });
  return tree;
}

const lineOf = (one: { code: string; names?: Names; maxPoints?: string | undefined }) => ({
  code: one.code,
  names: one.names,
  maxPoints: one.maxPoints,
});

/** What may hold what. */
const holders: Readonly<Partial<Record<NodeKind, readonly string[]>>> = {
  field: ['fields'],
  criterion: ['field'],
  subCriterion: ['criterion'],
  indicator: ['criterion', 'subCriterion', 'loose'],
  element: ['dataElements'],
  check: ['checks'],
  gate: ['gates'],
};

export function mayHold(parent: TreeNode | undefined, child: TreeNode | undefined): boolean {
  if (parent === undefined || child === undefined) return false;
  const holder = parent.kind === 'group' ? parent.id : parent.kind;
  return holders[child.kind]?.includes(holder) === true;
}

/** The list of a parent that holds children of a kind; undefined for indicators that stand nowhere. */
function listOf(parent: TreeNode, kind: NodeKind): ContentPath | undefined {
  if (parent.id === 'loose') return undefined;
  if (parent.kind === 'group') return parent.id;
  if (kind === 'criterion') return within(parent.id, 'criteria');
  if (kind === 'subCriterion') return within(parent.id, 'subCriteria');
  return within(parent.id, 'indicators');
}

export interface Moved {
  readonly content: CriteriaSetContent;
  /** Where it is now. */
  readonly id: string;
}

/** A node moved to a place among the children of a parent; undefined where it cannot stand there, or stands already. */
export function moved(
  content: CriteriaSetContent,
  id: string,
  parentId: string,
  index: number,
): Moved | undefined {
  const tree = treeOf(content);
  const [node, parent] = [tree.get(id), tree.get(parentId)];
  if (node === undefined || parent === undefined || !mayHold(parent, node)) return undefined;
  const [from, to] = [tree.get(node.parent), listOf(parent, node.kind)];
  const source = from === undefined ? undefined : listOf(from, node.kind);
  const entry = source === undefined ? node.code : valueAt(content, id);
  const taken = source === undefined ? content : withValue(content, id, undefined);
  if (to === undefined) return source === undefined ? undefined : located(taken, 'loose', node.code);
  // Taken away, what stood behind it moves up: also the parent, where it is a later sibling of the same list.
  const place = source === undefined ? to : shifted(to, id);
  const sameKind = parent.children.filter((child) => tree.get(child)?.kind === node.kind);
  const before = sameKind.filter((child) => parent.children.indexOf(child) < index && child !== id).length;
  const next = withInserted(taken, place, before, entry);
  const newId = within(place, before);
  return newId === id ? undefined : { content: next, id: newId };
}

/** A path after the entry at `removed` has left its list. */
function shifted(path: ContentPath, removed: ContentPath): ContentPath {
  const cut = removed.lastIndexOf('.');
  const list = `${removed.slice(0, cut)}.`;
  if (!path.startsWith(list)) return path;
  const [first = '', ...rest] = path.slice(list.length).split('.');
  const at = Number(first);
  return at > Number(removed.slice(cut + 1)) ? [`${list}${at - 1}`, ...rest].join('.') : path;
}

function located(content: CriteriaSetContent, parent: string, code: string): Moved {
  const found = [...treeOf(content).values()].find((node) => node.parent === parent && node.code === code);
  return { content, id: found?.id ?? ROOT };
}

/** One place up or down among its own kind, or into the neighbour of its parent at either end. */
export function stepped(content: CriteriaSetContent, id: string, by: -1 | 1): Moved | undefined {
  const tree = treeOf(content);
  const node = tree.get(id);
  const parent = node && tree.get(node.parent);
  if (node === undefined || parent === undefined) return undefined;
  const siblings = parent.children.filter((child) => tree.get(child)?.kind === node.kind);
  const other = siblings[siblings.indexOf(id) + by];
  if (other !== undefined)
    return moved(content, id, parent.id, parent.children.indexOf(other) + (by === 1 ? 1 : 0));
  const holding = [...tree.values()]
    .filter((one) => one.id !== 'loose' && mayHold(one, node))
    .map((one) => one.id);
  const order = [...linesOf(tree)].filter((line) => holding.includes(line));
  const neighbour = order[order.indexOf(parent.id) + by];
  const target = neighbour === undefined ? undefined : tree.get(neighbour);
  return target && moved(content, id, target.id, by === 1 ? 0 : target.children.length);
}

/** Ids in the order in which they are shown. */
export function* linesOf(tree: Tree, id: string = ROOT): Generator<string> {
  for (const child of tree.get(id)?.children ?? []) {
    yield child;
    yield* linesOf(tree, child);
  }
}

/** The line where a place in the content is edited: what the linter speaks of. */
export function lineAt(content: CriteriaSetContent, path: ContentPath): string {
  const tree = treeOf(content);
  const lines = [...tree.values()];
  if (path.startsWith('indicators.')) {
    const indicator = path.split('.').slice(0, 2).join('.');
    return lines.find((node) => node.kind === 'indicator' && node.path === indicator)?.id ?? 'set';
  }
  const holding = lines.filter(
    ({ id, kind }) => kind !== 'group' && (path === id || path.startsWith(`${id}.`)),
  );
  return holding.sort((a, b) => b.id.length - a.id.length)[0]?.id ?? 'set';
}
