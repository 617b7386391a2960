/** What the pointer is on, told beside it. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { BlockCard } from '../hover/block-card.tsx';
import { HoverCard, type Anchor } from '../hover/hover-card.tsx';
import { TaskCard } from '../hover/task-card.tsx';
import type { Pointed } from './pointed-at.ts';

/** A card, or nothing, and the handlers that bring it up; `hit` finds what is under the pointer. */
export function useHovering(hit: (event: MouseEvent) => Pointed | undefined) {
  const [hovered, setHovered] = useState<{ readonly at: Pointed; readonly anchor: Anchor } | undefined>(undefined);
  return {
    card: hovered && <Card {...hovered} close={() => setHovered(undefined)} />,
    onPointerMove: (event: PointerEvent): void => {
      const at = event.buttons === 0 ? hit(event) : undefined;
      setHovered(at && { at, anchor: { x: event.clientX, y: event.clientY } });
    },
    onPointerLeave: (): void => setHovered(undefined),
  };
}

interface CardProps {
  readonly at: Pointed;
  readonly anchor: Anchor;
  readonly close: () => void;
}

const Card = ({ at, anchor, close }: CardProps): JSX.Element => (
  <HoverCard anchor={anchor} close={close}>
    {at.kind === 'task' && <TaskCard task={at.ref} />}
    {at.kind === 'block' && <BlockCard block={at.block} />}
    {at.kind === 'gap' && <p>{at.gap.text}.</p>}
  </HoverCard>
);
