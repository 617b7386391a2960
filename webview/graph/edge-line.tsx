/** A connection of two functions: a solid line for what is started, a dashed one for what is waited for. */

import type { JSX } from 'preact';
import type { GraphEdge } from '../../shared/panel/questions.ts';
import { grouped as count, counted } from '../../shared/words.ts';
import { duration } from '../words.ts';
import { NODE_HEIGHT, NODE_WIDTH, type Point } from './layers.ts';

interface Props {
  readonly edge: GraphEdge;
  readonly from: Point;
  readonly to: Point;
  readonly names: readonly [from: string, to: string];
}

/** Both kinds may connect the same two: each has its height. */
const HEIGHT = { spawn: NODE_HEIGHT / 3, await: (NODE_HEIGHT * 2) / 3 } as const;
const BEND = 45;

export function EdgeLine({ edge, from, to, names }: Props): JSX.Element {
  const { kind } = edge;
  const forwards = to.x > from.x;
  const x1 = from.x + NODE_WIDTH;
  const y1 = from.y + HEIGHT[kind];
  const x2 = forwards ? to.x : to.x + NODE_WIDTH;
  const y2 = to.y + HEIGHT[kind];
  const bend = forwards ? -BEND : BEND;
  const text =
    kind === 'spawn'
      ? `${names[0]} starts ${names[1]}: ${counted(edge.count, 'time')}`
      : `${names[0]} waits for ${names[1]}: ${counted(edge.count, 'time')}, ${duration(edge.total)}`;
  return (
    <g class={`edge ${kind}`}>
      <title>{text}</title>
      <path
        d={`M${x1} ${y1}C${x1 + BEND} ${y1} ${x2 + bend} ${y2} ${x2} ${y2}`}
        stroke-width={1 + Math.log10(edge.count)}
        marker-end="url(#arrow)"
      />
      {forwards && edge.count > 1 && (
        <text x={(x1 + x2) / 2} y={(y1 + y2) / 2 - 3}>
          {count(edge.count)}×
        </text>
      )}
    </g>
  );
}
