import { useCallback, useState, type RefCallback } from 'react';

/** The width of an element in CSS pixels, in steps: what fits changes at a few widths only. */
export function useWidthStep(steps: readonly number[]): { step: number; ref: RefCallback<HTMLElement> } {
  const [step, setStep] = useState(steps.length);
  const key = steps.join();
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const limits = key.split(',').map(Number);
      const observer = new ResizeObserver(([entry]) => {
        if (entry && entry.contentRect.width > 0) setStep(limits.filter((limit) => entry.contentRect.width >= limit).length);
      });
      observer.observe(element);
      return () => observer.disconnect();
    },
    [key],
  );
  return { step, ref };
}
