import { describe, expect, it } from 'vitest';
import { createSanitiser } from '../../../../renderer/features/reader/sanitise.ts';
import { PAYLOADS, STORED } from './payloads.table.ts';

const sanitiser = createSanitiser();
const clean = (dirty: string | Node): string => {
  const holder = document.createElement('div');
  holder.append(sanitiser?.clean(dirty) ?? '');
  return holder.innerHTML;
};

describe('the second cleaning of an article', () => {
  it('works in this DOM', () => {
    expect(sanitiser).not.toBeNull();
  });

  it.each(PAYLOADS)('%s', (_name, dirty, expected) => {
    expect(clean(dirty)).toBe(expected);
  });

  it('gives the same result for nodes as for text', () => {
    for (const [, dirty] of PAYLOADS) {
      const body = new DOMParser().parseFromString(dirty, 'text/html').body;
      const box = body.ownerDocument.createElement('div');
      box.append(...body.childNodes);
      const fromNodes = document.createElement('div');
      fromNodes.append(sanitiser?.clean(box) ?? '');
      const elements = [...fromNodes.querySelectorAll('*')];
      for (const element of elements) {
        expect([...element.attributes].filter(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcset')).toEqual([]);
        const source = element.getAttribute('src');
        if (source !== null) expect(source).toBe(STORED);
      }
      expect(
        fromNodes.querySelector('script,iframe,object,embed,form,input,link,meta,base,style,svg,maction,mglyph,annotation-xml,video'),
      ).toBeNull();
    }
  });

  it('refuses itself where it is not supported, so that the reader shows plain text', () => {
    const crippled = Object.create(window, { document: { value: { nodeType: 0 } } }) as Window & typeof globalThis;
    expect(createSanitiser(crippled)).toBeNull();
  });
});
