/** A task in the graph, several that are alike, or something else that a task waits for. */

import type { JSX } from 'preact';
import { FOR_EVER } from '../../shared/panel/for-ever.ts';
import { grouped } from '../../shared/words.ts';
import { duration, NEVER, placeText, STATE_SIGNS } from '../words.ts';
import type { NeighbourNode } from './neighbours.ts';
import { Node, NodeText, type NodeProps } from './node.tsx';

interface Props extends Pick<NodeProps, 'node' | 'current' | 'at' | 'isSelected' | 'select' | 'hover'> {
  readonly of: NeighbourNode;
}

export function TaskNode({ of: { members }, ...common }: Props): JSX.Element {
  const { name, place, task } = members[0]!;
  const title = members.length > 1 ? `${grouped(members.length)}× ${name}` : name;
  const label = [
    place === undefined ? title : `${title} (${placeText(place)})`,
    ...(task === undefined ? [] : [task.state, spanned(members)]),
    ...(members.length > 1 ? ['press Space to see each of them'] : []),
  ].join('; ');
  return (
    <Node {...common} kind={task === undefined ? 'other' : task.state} label={label} place={place}>
      <NodeText title={title}>
        {task === undefined ? '' : `${STATE_SIGNS[task.state]} ${task.state}  ${spanned(members)}`}
      </NodeText>
    </Node>
  );
}

/** How long it took, or the longest of several. */
function spanned(members: NeighbourNode['members']): string {
  const longest = Math.max(
    ...members.map(({ task }) => (task === undefined ? 0 : task.window.until - task.window.from)),
  );
  if (longest === FOR_EVER) return NEVER;
  return `${members.length > 1 ? 'up to ' : ''}${duration(longest)}`;
}
