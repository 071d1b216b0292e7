/** Milliseconds after which work is done even where no frame is drawn: a hidden window draws none. */
const NO_FRAME_MS = 100;

/** Runs something once the next frame is on the screen. Returns the function that cancels it. */
export function afterPaint(run: () => void): () => void {
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, NO_FRAME_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
