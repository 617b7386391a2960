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

/** Where an edge begins and ends, and whether it leads to the right. */
function endsOf({ kind, from, to }: Pick<Props, 'kind' | 'from' | 'to'>) {
  const forwards = to.x > from.x;
  return {
    forwards,
    x1: from.x + NODE_WIDTH,
    y1: from.y + HEIGHT[kind],
    x2: forwards ? to.x : to.x + NODE_WIDTH,
    y2: to.y + HEIGHT[kind],
  };
}

function EdgeLine({ text, ...edge }: Props): JSX.Element {
  const { kind, count } = edge;
  const { forwards, x1, y1, x2, y2 } = endsOf(edge);
  const bend = forwards ? -BEND : BEND;
  return (
    <g class={`edge ${kind}`}>
      <title>{text}</title>
      <path
        d={`M${x1} ${y1}C${x1 + BEND} ${y1} ${x2 + bend} ${y2} ${x2} ${y2}`}
        stroke-width={1 + Math.log10(count)}
        marker-end="url(#arrow)"
      />
    </g>
  );
}

/** How often: beside what leads to the right, where there is room. */
function EdgeCount(edge: Omit<Props, 'text'>): JSX.Element {
  const { forwards, x1, y1, x2, y2 } = endsOf(edge);
  if (!forwards || edge.count === 1) return <></>;
  return (
    <text class="times" x={(x1 + x2) / 2} y={(y1 + y2) / 2 - 3}>
      {grouped(edge.count)}×
    </text>
  );
}

type Edge = Pick<GraphEdge, 'kind' | 'count' | 'from' | 'to'>;

interface LinesProps<E extends Edge> {
  readonly edges: readonly E[];
  readonly placed: Placed;
  /** What an edge says, as a sentence. */
  readonly text: (edge: E) => string;
}

/** The edges of a graph, between nodes that are placed. No line crosses a number. */
export function EdgeLines<E extends Edge>({ edges, placed, text }: LinesProps<E>): JSX.Element {
  const drawn = edges.map(edge => ({
    key: `${edge.kind} ${edge.from} ${edge.to}`,
    text: text(edge),
    props: { kind: edge.kind, count: edge.count, from: placed.nodes[edge.from]!, to: placed.nodes[edge.to]! },
  }));
  return (
    <>
      {drawn.map(it => (
        <EdgeLine key={it.key} {...it.props} text={it.text} />
      ))}
      {drawn.map(it => (
        <EdgeCount key={it.key} {...it.props} />
      ))}
    </>
  );
}
