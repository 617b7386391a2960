/** A function in the graph: its name, how often it was called, and what its tasks spent their time on. */

import type { JSX } from 'preact';
import type { GraphNode } from '../../shared/panel/questions.ts';
import { useHost } from '../host/use-answer.ts';
import { grouped as count, counted } from '../../shared/words.ts';
import { duration, placeText } from '../words.ts';
import { NODE_HEIGHT, NODE_WIDTH, type Point } from './layers.ts';

interface Props {
  readonly node: GraphNode;
  readonly at: Point;
  /** Its part of the critical path, from 0 to 1; `undefined` when it is not on it. */
  readonly share: number | undefined;
  readonly isSelected: boolean;
  readonly select: () => void;
}

const STATES = ['running', 'ready', 'suspended'] as const;

export function NodeBox({ node, at, share, isSelected, select }: Props): JSX.Element {
  const host = useHost();
  const open = (): void => {
    if (node.place !== undefined) host.open(node.place);
  };
  const on = share === undefined ? '' : ` on-path`;
  return (
    <g
      class={`node${isSelected ? ' selected' : ''}${on}`}
      transform={`translate(${at.x} ${at.y})`}
      role="button"
      tabIndex={0}
      aria-label={inWords(node, share)}
      aria-pressed={isSelected}
      onClick={select}
      onDblClick={open}
      onKeyDown={event => {
        if (event.key === 'Enter') open();
        if (event.key === ' ') select();
        if (event.key === 'Enter' || event.key === ' ') event.preventDefault();
      }}
    >
      <title>{inWords(node, share)}</title>
      <rect class="box" width={NODE_WIDTH} height={NODE_HEIGHT} rx={4} />
      <text class="title" x={8} y={17}>
        {shortened(node.name)}
      </text>
      <text class="detail" x={8} y={33}>
        {node.site === '' ? '' : [`${count(node.count)}×`, duration(total(node)), ...troubles(node)].join('  ')}
      </text>
      {share !== undefined && (
        <text class="share" x={NODE_WIDTH - 8} y={17}>
          {Math.round(share * 100)} %
        </text>
      )}
      <Bar node={node} />
    </g>
  );
}

function Bar({ node }: { readonly node: GraphNode }): JSX.Element {
  const whole = total(node) || 1;
  let x = 0;
  return (
    <>
      {STATES.map(state => {
        const width = (node[state] / whole) * NODE_WIDTH;
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

const LONGEST = 24;
const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);
