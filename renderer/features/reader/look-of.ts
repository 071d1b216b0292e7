import type { ArticleLook } from '../../../electron/contract/entities.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import type { Look } from './frame-look.ts';

/** How an article is set: as all are, but for what was chosen for it alone. */
export function lookOf(settings: Settings, own: ArticleLook | null, theme: string): Look {
  const { fontSize, lineHeight, measure, fontFamily, justify } = settings;
  return {
    theme,
    fontSize: own?.fontSize ?? fontSize,
    lineHeight: own?.lineHeight ?? lineHeight,
    measure: own?.measure ?? measure,
    fontFamily: own?.fontFamily ?? fontFamily,
    justify: own?.justify ?? justify,
  };
}
