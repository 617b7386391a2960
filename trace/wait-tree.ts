/** Who waits for whom as a tree, in which those that are alike are one. */

export interface Branch<Node> {
  readonly alike: readonly Node[];
  /** In the order in which they were met. */
  readonly branches: readonly Branch<Node>[];
}

export interface Connections<Node> {
  /** What the tree goes on with below a node. */
  readonly below: (node: Node) => Iterable<Node>;
  /** Those with the same key are one branch, when they are below the same one. */
  readonly keyOf: (node: Node) => string;
}

/** Deeper than anybody reads; recursion of a program may go on for thousands of tasks. */
const DEEPEST = 64;

/** The nodes that are below no other one; where nodes are below each other in a circle, one of them. */
export function rootsOf<Node>(nodes: readonly Node[], below: Connections<Node>['below']): Node[] {
  const lower = new Set(nodes.flatMap(it => [...below(it)]));
  const roots = nodes.filter(it => !lower.has(it));
  const reached = allBelow(roots, below);
  const circles = nodes.filter(node => {
    if (reached.has(node)) return false;
    for (const next of allBelow([node], below)) reached.add(next);
    return true;
  });
  return [...roots, ...circles];
}

function allBelow<Node>(roots: readonly Node[], below: Connections<Node>['below']): Set<Node> {
  const reached = new Set(roots);
  for (const node of reached) for (const next of below(node)) reached.add(next);
  return reached;
}

/** One branch for all that are alike, and below it those for what is below any of them. */
export const folded = <Node>(roots: Iterable<Node>, connections: Connections<Node>): Branch<Node>[] =>
  branchesOf(roots, connections, new Set(), DEEPEST);

/** @param above those on the way from the root: nothing is below itself */
function branchesOf<Node>(
  nodes: Iterable<Node>,
  connections: Connections<Node>,
  above: Set<Node>,
  depth: number,
): Branch<Node>[] {
  if (depth === 0) return [];
  const groups = new Map<string, Set<Node>>();
  for (const node of nodes) {
    if (above.has(node)) continue;
    const key = connections.keyOf(node);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, new Set([node]));
    else known.add(node);
  }
  return Array.from(groups.values(), group => {
    for (const node of group) above.add(node);
    const next = new Set(Array.from(group).flatMap(node => [...connections.below(node)]));
    const branches = branchesOf(next, connections, above, depth - 1);
    for (const node of group) above.delete(node);
    return { alike: [...group], branches };
  });
}
