import { useCallback, useState, type RefCallback } from 'react';

export interface FrameDocument {
  frame: HTMLIFrameElement;
  doc: Document;
  article: HTMLElement;
}

function open(frame: HTMLIFrameElement): FrameDocument | null {
  const doc = frame.contentDocument;
  if (!doc?.body) return null;
  let article = doc.getElementById('article');
  if (!article) {
    article = doc.createElement('article');
    article.id = 'article';
    doc.body.append(article);
  }
  return { frame, doc, article };
}

/** The document of the article's frame, once it has loaded; null before. */
export function useFrameDocument(): { opened: FrameDocument | null; ref: RefCallback<HTMLIFrameElement> } {
  const [opened, setOpened] = useState<FrameDocument | null>(null);
  const ref = useCallback((frame: HTMLIFrameElement | null) => {
    if (!frame) return undefined;
    const onLoad = (): void => setOpened(open(frame));
    frame.addEventListener('load', onLoad);
    return () => {
      frame.removeEventListener('load', onLoad);
      setOpened(null);
    };
  }, []);
  return { opened, ref };
}
