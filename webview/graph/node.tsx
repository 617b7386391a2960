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
export function Node({ node, current, at, kind, label, isSelected, place, select, hover, children }: NodeProps): JSX.Element {
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
  /** How many characters of the title there is room for. */
  readonly room?: number;
  readonly children: string;
}

/** As many characters as a node is wide. */
const WIDTH_IN_CHARACTERS = 25;
/** Titles are bold. */
const TITLE_IN_CHARACTERS = 21;

/** The two lines in a node. A screen reader has its label instead. */
export const NodeText = ({ title, room = TITLE_IN_CHARACTERS, children }: TextProps): JSX.Element => (
  <>
    <text aria-hidden="true" class="title" x={8} y={17}>
      {shortened(title, room)}
    </text>{' '}
    <text aria-hidden="true" class="detail" x={8} y={33}>
      {shortened(children, WIDTH_IN_CHARACTERS)}
    </text>
  </>
);

const shortened = (text: string, room: number): string => (text.length > room ? `${text.slice(0, room - 1)}…` : text);
