/** PDF.js asks for this class of the browser as soon as it is loaded. Only drawing uses it, and nothing is drawn here. */
class NoMatrix {}
(globalThis as { DOMMatrix?: unknown }).DOMMatrix ??= NoMatrix;
