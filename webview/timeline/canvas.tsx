/** A canvas as large as its place, as sharp as the screen. */

import type { CanvasHTMLAttributes, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Size {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

interface Props extends Omit<CanvasHTMLAttributes<HTMLCanvasElement>, 'ref'> {
  /** Draws the whole of it; called when anything that it was given has changed. */
  readonly paint: (context: CanvasRenderingContext2D, size: Size) => void;
  readonly onSize?: (size: Size) => void;
}

export function Canvas({ paint, onSize, ...rest }: Props): JSX.Element {
  const element = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const ratio = useDevicePixelRatio();
  useEffect(() => {
    const changes = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setSize({ width, height });
      onSize?.({ width, height });
    });
    changes.observe(element.current!);
    return () => changes.disconnect();
  }, []);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const canvas = element.current!;
      canvas.width = Math.round(size.width * ratio);
      canvas.height = Math.round(size.height * ratio);
      const context = canvas.getContext('2d')!;
      context.scale(ratio, ratio);
      paint(context, size);
    });
    return () => cancelAnimationFrame(frame);
  }, [paint, size, ratio]);
  return <canvas ref={element} {...rest} />;
}

/** It changes when the window is zoomed, or moved to another screen. */
function useDevicePixelRatio(): number {
  const [ratio, setRatio] = useState(window.devicePixelRatio);
  useEffect(() => {
    const same = window.matchMedia(`(resolution: ${ratio}dppx)`);
    const change = (): void => setRatio(window.devicePixelRatio);
    same.addEventListener('change', change);
    return () => same.removeEventListener('change', change);
  }, [ratio]);
  return ratio;
}
