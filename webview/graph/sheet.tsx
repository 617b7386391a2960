/** The sheet that a graph is drawn on: one stop of the Tab key, within which the arrow keys move. */

import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Placed, Point } from './layers.ts';
import { useZoom } from './zoom.ts';

interface Props {
  readonly label: string;
  readonly placed: Placed;
  /** Lines and nodes; `current` is the node that the Tab key leads to. */
  readonly children: (current: number) => ComponentChildren;
}

/** Nodes inside are elements with their number in `data-node`. */
export function Sheet({ label, placed, children }: Props): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<SVGSVGElement>(null);
  const zoom = useZoom(frame, placed);
  const [focused, setFocused] = useState(0);
  const current = Math.min(focused, placed.nodes.length - 1);
  const move = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nearest(placed.nodes, current, event.key);
    if (next !== undefined) sheet.current!.querySelector<SVGElement>(`[data-node="${next}"]`)?.focus();
    if (zoom.onKey(event.key) || next !== undefined) event.preventDefault();
  };
  return (
    <div class="sheet">
      <div
        class="drawing"
        role="presentation"
        ref={frame}
        onKeyDown={move}
        onWheel={zoom.onWheel}
        onPointerDown={zoom.onPointerDown}
        // Not on the drawing itself: browsers let the focus go to drawings that listen to it.
        onFocusIn={({ target }) => {
          const node = (target as SVGElement).dataset['node'];
          if (node !== undefined) setFocused(Number(node));
        }}
      >
        <svg
          ref={sheet}
          width={placed.width * zoom.scale}
          height={placed.height * zoom.scale}
          viewBox={`0 0 ${placed.width} ${placed.height}`}
          role="group"
          aria-label={label}
        >
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0L8 4L0 8z" fill="context-stroke" />
            </marker>
          </defs>
          {children(current)}
        </svg>
      </div>
      <div class="zoom">
        <button title="Smaller (-)" aria-label="Smaller" onClick={zoom.smaller}>−</button>
        <button title="Larger (+)" aria-label="Larger" onClick={zoom.larger}>+</button>
        <button title="All of it (0)" aria-label="All of it" onClick={zoom.fit}>⤢</button>
      </div>
    </div>
  );
}

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** How much further a node seems that does not lie straight ahead. */
const ASIDE = 3;

/** The nearest node in the direction of an arrow key; `undefined` for other keys, and at the edge. */
export function nearest(nodes: readonly Point[], from: number, key: string): number | undefined {
  const direction = DIRECTIONS[key];
  const start = nodes[from];
  if (direction === undefined || start === undefined) return undefined;
  let best: { readonly node: number; readonly distance: number } | undefined;
  for (const [node, { x, y }] of nodes.entries()) {
    const [dx, dy] = [x - start.x, y - start.y];
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (ahead <= 0) continue;
    const distance = ahead + ASIDE * aside;
    if (best === undefined || distance < best.distance) best = { node, distance };
  }
  return best?.node;
}
