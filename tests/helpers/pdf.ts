import { createHash } from 'node:crypto';

/** PDFs made in code: as much of the format as tests of its text need. */

export interface PdfLine {
  readonly text: string;
  /** Points from the left and from the bottom of an A4 page (595 × 842). */
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

export interface PdfOptions {
  readonly pages: readonly (readonly PdfLine[])[];
  /** `Title`, `Author`, `CreationDate` … as they stand in the file. */
  readonly info?: Readonly<Record<string, string>>;
  readonly lang?: string;
  /** Locks the file (the oldest way, RC4 with 40 bits). */
  readonly password?: string;
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** Every character is its own code in a composite font, and a map tells which: so any script can be written. */
const TO_UNICODE = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def',
  '1 begincodespacerange <0000> <FFFF> endcodespacerange',
  '1 beginbfrange <0000> <FFFF> <0000> endbfrange',
  'endcmap end end',
].join('\n');

/** A text of common length as lines of 14 points, from the top of a page. */
export function paragraph(lines: readonly string[], { x = 72, top = 760, size = 12, leading = 14 } = {}): PdfLine[] {
  return lines.map((text, at) => ({ text, x, y: top - at * leading, size }));
}

export function pdf({ pages, info = {}, lang, password }: PdfOptions): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (content: string): string => `<</Length ${String(Buffer.byteLength(content, 'latin1'))}>>stream\n${content}\nendstream`;
  const unicode = add(stream(TO_UNICODE));
  const descendant = add(
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>',
  );
  const font = add(
    `<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[${String(descendant)} 0 R]/ToUnicode ${String(unicode)} 0 R>>`,
  );
  const parent = objects.length + 1 + pages.length * 2;
  const kids = pages.map((lines) => {
    const content = lines
      .map(({ text, x = 72, y, size = 12 }) => `BT /F1 ${String(size)} Tf ${String(x)} ${String(y)} Td <${hex(text)}> Tj ET`)
      .join('\n');
    const contents = add(stream(content));
    return add(
      `<</Type/Page/Parent ${String(parent)} 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 ${String(font)} 0 R>>>>/Contents ${String(contents)} 0 R>>`,
    );
  });
  add(`<</Type/Pages/Count ${String(kids.length)}/Kids[${kids.map((kid) => `${String(kid)} 0 R`).join(' ')}]>>`);
  const root = add(`<</Type/Catalog/Pages ${String(parent)} 0 R${lang === undefined ? '' : `/Lang(${lang})`}>>`);
  const facts = add(
    `<<${Object.entries(info)
      .map(([name, value]) => `/${name}<feff${hex(value)}>`)
      .join('')}>>`,
  );
  const lock = password === undefined ? '' : locked(password);
  let out = '%PDF-1.6\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets = objects.map((body, at) => {
    const offset = out.length;
    out += `${String(at + 1)} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = out.length;
  out += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer\n<</Size ${String(objects.length + 1)}/Root ${String(root)} 0 R/Info ${String(facts)} 0 R${lock}>>\nstartxref\n${String(start)}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(data).map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  }) as Buffer;
}

/** The trailer's entries of a file that asks for `password` (ISO 32000-1, 7.6.3, revision 2). */
function locked(password: string): string {
  const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
  const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest().subarray(0, 5);
  const owner = rc4(md5(padded), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-4);
  const id = Buffer.alloc(16, 7);
  const user = rc4(md5(padded, owner, permissions, id), padding);
  return `/ID[<${id.toString('hex')}><${id.toString('hex')}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${owner.toString('hex')}>/U<${user.toString('hex')}>/P -4>>`;
}
