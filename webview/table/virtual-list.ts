/** Which lines of a long list can be seen: only these are drawn. */

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Pixels. */
export const LINE_HEIGHT = 22;
/** What stays above the lines. */
const HEAD_HEIGHT = LINE_HEIGHT + 1;
/** Drawn beyond the edges, so that fast scrolling shows no gaps. */
const MARGIN = 10;
/**
 * Browsers do not scroll through more pixels than this: beyond, a pixel of the bar stands for more than one of the
 * list.
 */
const MOST_PIXELS = 8_000_000;

export interface Visible {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  /** Pixels above the first line, and of the whole list. */
  readonly above: number;
  readonly height: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Scrolls until a line can be seen. */
  reveal(line: number): void;
}

export function useVisibleLines(count: number): Visible {
  const scroller = useRef<HTMLDivElement>(null);
  const [{ top, height }, setPort] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = scroller.current!;
    const look = (): void => setPort({ top: element.scrollTop, height: element.clientHeight - HEAD_HEIGHT });
    const resizes = new ResizeObserver(look);
    element.addEventListener('scroll', look, { passive: true });
    resizes.observe(element);
    look();
    return () => {
      element.removeEventListener('scroll', look);
      resizes.disconnect();
    };
  }, []);

  const real = count * LINE_HEIGHT;
  const whole = Math.min(real, MOST_PIXELS);
  const stretch = real <= whole ? 1 : (real - height) / (whole - height);
  const first = Math.max(0, Math.floor((top * stretch) / LINE_HEIGHT) - MARGIN);
  const end = Math.min(count, Math.ceil((top * stretch + height) / LINE_HEIGHT) + MARGIN);
  return {
    first,
    end,
    above: first * LINE_HEIGHT - top * stretch + top,
    height: whole,
    scroller,
    reveal: line => {
      const element = scroller.current!;
      const from = line * LINE_HEIGHT;
      if (from < element.scrollTop * stretch) element.scrollTop = from / stretch;
      else if (from + LINE_HEIGHT > element.scrollTop * stretch + height)
        element.scrollTop = (from + LINE_HEIGHT - height) / stretch;
    },
  };
}
