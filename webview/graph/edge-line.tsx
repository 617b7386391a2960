/** Connections: a solid line for what is started, a dashed one for what is waited for. */

import type { JSX } from 'preact';
import type { GraphEdge } from '../../shared/panel/graph.ts';
import { grouped } from '../../shared/words.ts';
import { NODE_HEIGHT, NODE_WIDTH, type Placed, type Point } from './layers.ts';

interface Props extends Pick<GraphEdge, 'kind' | 'count'> {
  readonly from: Point;
  readonly to: Point;
  /** What it says, as a sentence. */
  readonly text: string;
}

/** Both kinds may connect the same two: each has its height. */
const HEIGHT = { spawn: NODE_HEIGHT / 3, await: (NODE_HEIGHT * 2) / 3 } as const;
const BEND = 32;

function EdgeLine({ kind, count, from, to, text }: Props): JSX.Element {
  const forwards = to.x > from.x;
  const x1 = from.x + NODE_WIDTH;
  const y1 = from.y + HEIGHT[kind];
  const x2 = forwards ? to.x : to.x + NODE_WIDTH;
  const y2 = to.y + HEIGHT[kind];
  const bend = forwards ? -BEND : BEND;
  return (
    <g class={`edge ${kind}`}>
      <title>{text}</title>
      <path
        d={`M${x1} ${y1}C${x1 + BEND} ${y1} ${x2 + bend} ${y2} ${x2} ${y2}`}
        stroke-width={1 + Math.log10(count)}
        marker-end="url(#arrow)"
      />
      {forwards && count > 1 && (
        <text x={(x1 + x2) / 2} y={(y1 + y2) / 2 - 3}>
          {grouped(count)}×
        </text>
      )}
    </g>
  );
}

type Edge = Pick<GraphEdge, 'kind' | 'count' | 'from' | 'to'>;

interface LinesProps<E extends Edge> {
  readonly edges: readonly E[];
  readonly placed: Placed;
  /** What an edge says, as a sentence. */
  readonly text: (edge: E) => string;
}

/** The edges of a graph, between nodes that are placed. */
export const EdgeLines = <E extends Edge>({ edges, placed, text }: LinesProps<E>): JSX.Element => (
  <>
    {edges.map(edge => (
      <EdgeLine
        key={`${edge.kind} ${edge.from} ${edge.to}`}
        kind={edge.kind}
        count={edge.count}
        from={placed.nodes[edge.from]!}
        to={placed.nodes[edge.to]!}
        text={text(edge)}
      />
    ))}
  </>
);
