/** What is shown beside the pointer, or the focus. It goes away with them, and by Escape. */

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A point in the window, in pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly anchor: Anchor;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** Pixels between the anchor and the card, so that neither hides the other. */
const GAP = 12;

export function HoverCard({ anchor: { x, y }, close, children }: Props): JSX.Element {
  const card = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const changes = new ResizeObserver(() => {
      const { offsetWidth: width, offsetHeight: height } = card.current!;
      setSize({ width, height });
    });
    changes.observe(card.current!);
    return () => changes.disconnect();
  }, []);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [close]);
  const left = Math.max(0, Math.min(x + GAP, window.innerWidth - size.width - GAP));
  const isBelow = y + GAP + size.height <= window.innerHeight;
  const top = isBelow ? y + GAP : Math.max(0, y - GAP - size.height);
  return (
    <div ref={card} class="card" role="tooltip" style={{ left: `${left}px`, top: `${top}px` }}>
      {children}
    </div>
  );
}
