/** A node of a graph: it is selected by a click or the space bar, and leads to its code by two clicks or Enter. */

import type { ComponentChildren, JSX } from 'preact';
import type { SourcePlace } from '../../shared/panel/tasks.ts';
import { useHost } from '../host/use-answer.ts';
import { NODE_HEIGHT, NODE_WIDTH, type Point } from './layers.ts';

export interface NodeProps {
  /** Its number among those of its sheet. */
  readonly node: number;
  /** The number of the node that the Tab key leads to. */
  readonly current: number;
  readonly at: Point;
  /** A class of its own, or none. */
  readonly kind: string;
  /** What a screen reader says. */
  readonly label: string;
  readonly isSelected: boolean;
  readonly place: SourcePlace | undefined;
  readonly select: () => void;
  /** Called when it is pointed at or has the focus, and when that is over. */
  readonly hover?: (element: Element | undefined) => void;
  readonly children: ComponentChildren;
}

/** A node, of whatever graph. */
export function Node({
  node,
  current,
  at,
  kind,
  label,
  isSelected,
  place,
  select,
  hover,
  children,
}: NodeProps): JSX.Element {
  const host = useHost();
  const open = (): void => {
    if (place !== undefined) host.open(place);
  };
  return (
    <g
      class={['node', kind, isSelected ? 'selected' : ''].join(' ').trim()}
      transform={`translate(${at.x} ${at.y})`}
      role="button"
      tabindex={node === current ? 0 : -1}
      data-node={node}
      aria-label={label}
      aria-pressed={isSelected}
      onClick={select}
      onDblClick={open}
      onPointerEnter={event => hover?.(event.currentTarget)}
      onPointerLeave={() => hover?.(undefined)}
      onFocus={event => hover?.(event.currentTarget)}
      onBlur={() => hover?.(undefined)}
      onKeyDown={event => {
        if (event.key === 'Enter') open();
        if (event.key === ' ') select();
        if (event.key === 'Enter' || event.key === ' ') event.preventDefault();
      }}
    >
      <rect class="box" width={NODE_WIDTH} height={NODE_HEIGHT} rx={4} />
      {children}
    </g>
  );
}

interface TextProps {
  readonly title: string;
  /** Pixels beside the title that belong to something else. */
  readonly taken?: number;
  readonly children: string;
}

/** Pixels to the left and to the right of a node's text. */
export const PADDING = 8;

/** The two lines in a node. A screen reader has its label instead. */
export const NodeText = ({ title, taken = 0, children }: TextProps): JSX.Element => (
  <>
    <Line kind="title" y={4} width={NODE_WIDTH - 2 * PADDING - taken}>
      {title}
    </Line>{' '}
    <Line kind="detail" y={20} width={NODE_WIDTH - 2 * PADDING}>
      {children}
    </Line>
  </>
);

interface LineProps {
  readonly kind: string;
  readonly y: number;
  readonly width: number;
  readonly children: string;
}

/** HTML, which cuts what is too long for its room; SVG does not. */
const Line = ({ kind, y, width, children }: LineProps): JSX.Element => (
  <foreignObject aria-hidden="true" x={PADDING} y={y} width={width} height={18}>
    <div class={`node-line ${kind}`}>{children}</div>
  </foreignObject>
);
