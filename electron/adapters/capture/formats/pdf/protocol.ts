/** What the PDF worker is asked, and what it answers. */
export interface PdfRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** A piece of a page: a paragraph, or a line that is set larger than the text. */
export interface PdfBlock {
  readonly kind: 'heading' | 'paragraph';
  readonly text: string;
}

export interface PdfText {
  readonly kind: 'text';
  readonly title: string | null;
  readonly author: string | null;
  /** As the file has them: `D:20230309120000+01'00'`. */
  readonly created: string | null;
  readonly modified: string | null;
  /** BCP 47 where the file says so. */
  readonly lang: string | null;
  /** One for each page that was read; a page without text has no blocks. */
  readonly pages: readonly (readonly PdfBlock[])[];
  readonly pageCount: number;
}

export type PdfResult = PdfText | { readonly kind: 'locked' } | { readonly kind: 'damaged' };
