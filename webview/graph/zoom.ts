/** How large a sheet is drawn, and which part of it can be seen. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NODE_HEIGHT, type Placed, type Point } from './layers.ts';

/** For each pixel that the wheel turns, and for each press of a key or button. */
const WHEEL = 0.998;
const STEP = 1.25;
const SMALLEST = 0.1;
const LARGEST = 2;
/** In which names can still be read. */
const SMALLEST_AT_FIRST = 0.75;

export interface Zoom {
  /** 1 for the size in which text is read best. */
  readonly scale: number;
  larger(): void;
  smaller(): void;
  /** As large as all of it can be seen. */
  fit(): void;
  onWheel(event: WheelEvent): void;
  onPointerDown(): void;
  /** Whether the key meant something here. */
  onKey(key: string): boolean;
}

/**
 * `frame` scrolls. Until somebody moves, as much can be seen as can be read, the first node in the middle of its
 * height.
 */
export function useZoom(frame: RefObject<HTMLElement | null>, placed: Placed): Zoom {
  const [scale, setScale] = useState(1);
  const isMoved = useRef(false);
  /** What is to stay where it is: a point of the sheet, and where it is seen in the frame. */
  const held = useRef<{ readonly sheet: Point; readonly seen: Point } | undefined>(undefined);

  useLayoutEffect(() => {
    const element = frame.current!;
    if (held.current !== undefined) {
      const { sheet, seen } = held.current;
      element.scrollTo(sheet.x * scale - seen.x, sheet.y * scale - seen.y);
    } else if (!isMoved.current) {
      setScale(Math.max(SMALLEST_AT_FIRST, fitting(element, placed)));
      const middle = (placed.nodes[0]?.y ?? 0) + NODE_HEIGHT / 2;
      element.scrollTop = middle * scale - element.clientHeight / 2;
    }
    held.current = undefined;
  }, [scale, placed]);

  const zoom = (factor: number, seen: Point): void => {
    const { scrollLeft, scrollTop } = frame.current!;
    const next = Math.max(SMALLEST, Math.min(LARGEST, scale * factor));
    if (next === scale) return;
    isMoved.current = true;
    held.current = { sheet: { x: (scrollLeft + seen.x) / scale, y: (scrollTop + seen.y) / scale }, seen };
    setScale(next);
  };
  const middle = (): Point => ({ x: frame.current!.clientWidth / 2, y: frame.current!.clientHeight / 2 });
  const larger = (): void => zoom(STEP, middle());
  const smaller = (): void => zoom(1 / STEP, middle());
  const fit = (): void => {
    zoom(fitting(frame.current!, placed) / scale, { x: 0, y: 0 });
  };
  const keys: Readonly<Record<string, () => void>> = { '+': larger, '=': larger, '-': smaller, '0': fit };
  return {
    scale,
    larger,
    smaller,
    fit,
    onWheel(event) {
      isMoved.current = true;
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = frame.current!.getBoundingClientRect();
      zoom(WHEEL ** event.deltaY, { x: event.clientX - left, y: event.clientY - top });
    },
    onPointerDown() {
      isMoved.current = true;
    },
    onKey(key) {
      isMoved.current = true;
      keys[key]?.();
      return key in keys;
    },
  };
}

/** The scale in which all of it can be seen, if that is not larger than text is read best. */
const fitting = ({ clientWidth, clientHeight }: HTMLElement, { width, height }: Placed): number =>
  Math.min(1, clientWidth / width, clientHeight / height);
