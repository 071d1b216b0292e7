import type { Settings } from '../../../electron/contract/settings.ts';

export type Look = Pick<Settings, 'fontSize' | 'lineHeight' | 'measure' | 'fontFamily' | 'justify'> & { theme: string };
export type Script = 'cjk' | 'arabic' | 'other';

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/gu;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/gu;

/** Which rules of typography a text needs: by its language, and by its letters where that is not known. */
export function scriptOf(lang: string | null, sample: string): Script {
  const primary = lang?.toLowerCase().split('-')[0] ?? '';
  if (['zh', 'ja', 'ko', 'yue'].includes(primary)) return 'cjk';
  if (['ar', 'fa', 'ur', 'ckb', 'ps', 'ug', 'sd'].includes(primary)) return 'arabic';
  if (primary !== '' && primary !== 'und') return 'other';
  const head = sample.slice(0, 2000);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'other';
  if ((head.match(CJK)?.length ?? 0) > letters * 0.3) return 'cjk';
  return (head.match(ARABIC)?.length ?? 0) > letters * 0.3 ? 'arabic' : 'other';
}

/** Puts the settings on the frame's root element. Set through the CSSOM, which a policy without inline styles allows. */
export function applyLook(root: HTMLElement, look: Look): void {
  root.dataset['theme'] = look.theme;
  root.dataset['font'] = look.fontFamily;
  root.dataset['justify'] = String(look.justify);
  root.style.setProperty('--reader-size', `${look.fontSize}px`);
  root.style.setProperty('--reader-line', String(look.lineHeight));
  root.style.setProperty('--reader-measure', `${look.measure}ch`);
}
