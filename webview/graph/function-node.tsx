/** A function in the graph: its name, how often it was called, and what its tasks spent their time on. */

import type { JSX } from 'preact';
import type { GraphNode } from '../../shared/panel/graph.ts';
import { grouped as count } from '../../shared/words.ts';
import { duration, placeText } from '../words.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './layers.ts';
import { Node, NodeText, PADDING, type NodeProps } from './node.tsx';

interface Props extends Pick<NodeProps, 'node' | 'current' | 'at' | 'isSelected' | 'select'> {
  readonly of: GraphNode;
  /** Its part of the critical path, from 0 to 1; `undefined` when it is not on it. */
  readonly share: number | undefined;
}

/** Pixels that a part of the critical path takes, with some room before it. */
const SHARE_WIDTH = 44;

const STATES = ['running', 'ready', 'suspended'] as const;

export function FunctionNode({ of, share, ...common }: Props): JSX.Element {
  const text = inWords(of, share);
  return (
    <>
      <Node {...common} kind={share === undefined ? '' : 'on-path'} label={text} place={of.place}>
        <title>{text}</title>
        <NodeText title={of.name} taken={share === undefined ? 0 : SHARE_WIDTH}>
          {inShort(of)}
        </NodeText>
        <Bar of={of} />
      </Node>
      {share !== undefined && (
        <text aria-hidden="true" class="path-share" x={common.at.x + NODE_WIDTH - PADDING} y={common.at.y + 17}>
          {Math.round(share * 100)} %
        </text>
      )}
    </>
  );
}

function Bar({ of }: { readonly of: GraphNode }): JSX.Element {
  const whole = total(of) || 1;
  let x = 0;
  return (
    <>
      {STATES.map(state => {
        const width = (of[state] / whole) * NODE_WIDTH;
        x += width;
        return <rect key={state} class={`part ${state}`} x={x - width} y={NODE_HEIGHT - 5} width={width} height={4} />;
      })}
    </>
  );
}

const total = ({ running, ready, suspended }: GraphNode): number => running + ready + suspended;

const troubles = ({ alive, rejected }: GraphNode): string[] => [
  ...(alive > 0 ? [`‖${count(alive)}`] : []),
  ...(rejected > 0 ? [`✗${count(rejected)}`] : []),
];

/** The second line of a node. */
const inShort = (node: GraphNode): string =>
  node.site === '' ? '' : [`${count(node.count)}×`, duration(total(node)), ...troubles(node)].join('  ');

/** Begins with what can be seen: that is what people say who talk to their computer. */
function inWords(node: GraphNode, share: number | undefined): string {
  if (node.site === '') return `${node.name}: its first turn`;
  const { name, place, alive, rejected, running, ready, suspended } = node;
  return [
    `${name}, ${inShort(node)}`,
    ...(place === undefined ? [] : [placeText(place)]),
    ...(alive > 0 ? [`${count(alive)} not ended`] : []),
    ...(rejected > 0 ? [`${count(rejected)} rejected`] : []),
    `running ${duration(running)}, ready ${duration(ready)}, suspended ${duration(suspended)}`,
    ...(share === undefined ? [] : [`${Math.round(share * 100)} % of the critical path`]),
  ].join('; ');
}
