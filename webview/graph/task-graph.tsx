/** The tasks around the selected one: who started it and who awaits it, what it started and awaits. */

import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Neighbourhood } from '../../shared/panel/graph.ts';
import type { TaskRef } from '../../shared/panel/tasks.ts';
import { counted } from '../../shared/words.ts';
import type { ViewProps } from '../app.tsx';
import { HoverCard, type Anchor } from '../hover/hover-card.tsx';
import { TaskCard } from '../hover/task-card.tsx';
import { useAnswer } from '../host/use-answer.ts';
import { duration } from '../words.ts';
import { EdgeLines } from './edge-line.tsx';
import { inRows } from './layers.ts';
import { foldedNeighbours, inColumns, type NeighbourEdge, type NeighbourNode } from './neighbours.ts';
import { Sheet } from './sheet.tsx';
import { TaskNode } from './task-node.tsx';

export function TaskGraph({ state, dispatch }: ViewProps): JSX.Element {
  if (state.selection.kind !== 'task')
    return (
      <p class="empty">Select a task, in the table or in the timeline: what it has to do with others is shown here.</p>
    );
  return (
    <Around task={state.selection.ref} select={ref => dispatch({ kind: 'select', selection: { kind: 'task', ref } })} />
  );
}

interface Props {
  readonly task: TaskRef;
  readonly select: (ref: TaskRef) => void;
}

function Around({ task, select }: Props): JSX.Element {
  const known = useAnswer({ kind: 'neighbourhood', ref: task });
  if (known.kind === 'asked') return <p class="empty">…</p>;
  if (known.kind === 'failed') return <p role="alert">{known.message}</p>;
  if (known.answer === undefined) return <p class="empty">The recording does not have this task.</p>;
  return (
    <>
      <Drawing neighbourhood={known.answer} select={select} />
      {known.answer.isCut && (
        <p class="empty">{`The first ${counted(known.answer.neighbours.length, 'neighbour')}; there are more.`}</p>
      )}
    </>
  );
}

interface Pointed {
  readonly ref: TaskRef;
  readonly anchor: Anchor;
}

function Drawing({
  neighbourhood,
  select,
}: Pick<Props, 'select'> & { readonly neighbourhood: Neighbourhood }): JSX.Element {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState<Pointed | undefined>(undefined);
  const { nodes, edges } = useMemo(() => foldedNeighbours(neighbourhood, open), [neighbourhood, open]);
  const placed = useMemo(() => inRows(inColumns(nodes)), [nodes]);
  const act = ({ key, members }: NeighbourNode): void => {
    if (members.length > 1) setOpen(new Set([...open, key]));
    else if (members[0]!.task !== undefined) select(members[0]!.task.ref);
  };
  const hover = ({ members }: NeighbourNode, element: Element | undefined): void => {
    const ref = members.length === 1 ? members[0]!.task?.ref : undefined;
    setPointed(ref && element && { ref, anchor: below(element) });
  };
  return (
    <>
      <Sheet label="The selected task, and who starts and awaits whom around it" placed={placed}>
        {current => (
          <>
            <EdgeLines edges={edges} placed={placed} text={edge => inWords(edge, nodes)} />
            {nodes.map((node, at) => (
              <TaskNode
                key={node.key}
                node={at}
                current={current}
                of={node}
                at={placed.nodes[at]!}
                isSelected={node.side === 'middle'}
                select={() => act(node)}
                hover={element => hover(node, element)}
              />
            ))}
          </>
        )}
      </Sheet>
      {pointed !== undefined && (
        <HoverCard anchor={pointed.anchor} close={() => setPointed(undefined)}>
          <TaskCard task={pointed.ref} />
        </HoverCard>
      )}
    </>
  );
}

function below(element: Element): Anchor {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}

function inWords({ kind, from, to, count, total, pending }: NeighbourEdge, nodes: readonly NeighbourNode[]): string {
  const [source, target] = [nodes[from]!.members[0]!.name, nodes[to]!.members[0]!.name];
  if (kind === 'spawn') return `${source} starts ${target}: ${counted(count, 'time')}`;
  return `${source} waits for ${target}: ${counted(count, 'time')}, ${pending ? 'not over after ' : ''}${duration(total)}`;
}
