/** Rises when the same page would give a better article: what was read with a lower one may be read again. Articles without a number are of version 1. */
export const EXTRACTOR_VERSION = 2;
