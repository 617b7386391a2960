/** A function in the graph: its name, how often it was called, and what its tasks spent their time on. */

import type { JSX } from 'preact';
import type { GraphNode } from '../../shared/panel/graph.ts';
import { grouped as count, counted } from '../../shared/words.ts';
import { duration, placeText } from '../words.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './layers.ts';
import { Node, NodeText, type NodeProps } from './node.tsx';

interface Props extends Pick<NodeProps, 'node' | 'current' | 'at' | 'isSelected' | 'select'> {
  readonly of: GraphNode;
  /** Its part of the critical path, from 0 to 1; `undefined` when it is not on it. */
  readonly share: number | undefined;
}

const STATES = ['running', 'ready', 'suspended'] as const;

export function FunctionNode({ of, share, ...common }: Props): JSX.Element {
  const text = inWords(of, share);
  return (
    <Node {...common} kind={share === undefined ? '' : 'on-path'} label={text} place={of.place}>
      <title>{text}</title>
      <NodeText title={of.name}>
        {of.site === '' ? '' : [`${count(of.count)}×`, duration(total(of)), ...troubles(of)].join('  ')}
      </NodeText>
      {share !== undefined && (
        <text class="share" x={NODE_WIDTH - 8} y={17}>
          {Math.round(share * 100)} %
        </text>
      )}
      <Bar of={of} />
    </Node>
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

function inWords(node: GraphNode, share: number | undefined): string {
  if (node.site === '') return 'The program';
  const { name, place, alive, rejected, running, ready, suspended } = node;
  return [
    `${name}${place === undefined ? '' : ` (${placeText(place)})`}: ${counted(node.count, 'task')}`,
    ...(alive > 0 ? [`${alive} alive`] : []),
    ...(rejected > 0 ? [`${rejected} rejected`] : []),
    `running ${duration(running)}, ready ${duration(ready)}, suspended ${duration(suspended)}`,
    ...(share === undefined ? [] : [`${Math.round(share * 100)} % of the critical path`]),
  ].join('; ');
}
