import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';
import { createCaptureBench, type CaptureBench } from './capture-bench.ts';

interface Case {
  readonly file: string;
  /** Content-Type sent with it. */
  readonly type?: string;
  readonly title: string;
  readonly source: string;
  /** A piece of the text with letters that only the right encoding gives. */
  readonly text: string;
  readonly lang: string;
  readonly charset: string;
  readonly from: string;
  readonly dir?: 'rtl';
}

const TURKISH = { title: 'Eski değirmen yeniden dönüyor', source: 'Işıklı Haber', text: 'taşları Iğdır', lang: 'tr' };
const RUSSIAN = { title: 'Старая мельница снова работает', source: 'Речной вестник', text: 'деревянные части сделали заново', lang: 'ru' };
const JAPANESE = { title: '古い水車がふたたび回る', source: '川辺新聞', text: '最初に水門を開けた', lang: 'ja' };
const ENGLISH = { title: 'The old mill turns again', source: 'River Gazette', text: 'the craftsman said — naïve, perhaps', lang: 'en' };
const CHINESE = { title: '旧水磨重新转动', source: '河边日报', text: '承担修复工作的志愿者', lang: 'zh' };
const AZERBAIJANI = {
  title: 'Köhnə dəyirman yenidən işləyir',
  source: 'Çay Xəbərləri',
  text: 'çərşənbə axşamı yenidən işə düşüb',
  lang: 'az',
};
const GREEK = { title: 'Ο παλιός μύλος γυρίζει ξανά', source: 'Εφημερίδα του ποταμού', text: 'ύστερα από δεκαεπτά χρόνια', lang: 'el' };
const ARABIC = { title: 'الطاحونة القديمة تدور من جديد', source: 'صحيفة النهر', text: 'جلب المتطوعون', lang: 'ar', dir: 'rtl' as const };

const CASES: readonly Case[] = [
  { file: 'turkish.windows-1254.html', ...TURKISH, charset: 'windows-1254', from: 'meta' },
  { file: 'turkish.windows-1254.html', type: 'text/html; charset=utf-8', ...TURKISH, charset: 'windows-1254', from: 'meta' },
  { file: 'turkish.windows-1254.html', type: 'text/html; charset=windows-1254', ...TURKISH, charset: 'windows-1254', from: 'http' },
  { file: 'turkish.iso-8859-9.html', ...TURKISH, charset: 'windows-1254', from: 'meta' },
  { file: 'russian.windows-1251.unlabelled.html', ...RUSSIAN, charset: 'windows-1251', from: 'guess' },
  { file: 'russian.koi8-r.html', ...RUSSIAN, charset: 'koi8-r', from: 'meta' },
  { file: 'japanese.shift_jis.html', ...JAPANESE, charset: 'shift_jis', from: 'meta' },
  { file: 'japanese.shift_jis.html', type: 'text/html; charset=EUC-JP', ...JAPANESE, charset: 'shift_jis', from: 'meta' },
  { file: 'japanese.euc-jp.html', ...JAPANESE, charset: 'euc-jp', from: 'meta' },
  { file: 'chinese.gb18030.html', ...CHINESE, charset: 'gb18030', from: 'meta' },
  { file: 'azerbaijani.utf-8.mislabelled.html', ...AZERBAIJANI, charset: 'utf-8', from: 'utf-8-valid' },
  {
    file: 'azerbaijani.utf-8.mislabelled.html',
    type: 'text/html; charset=windows-1251',
    ...AZERBAIJANI,
    charset: 'utf-8',
    from: 'utf-8-valid',
  },
  { file: 'arabic.windows-1256.html', ...ARABIC, charset: 'windows-1256', from: 'meta' },
  { file: 'greek.iso-8859-7.html', ...GREEK, charset: 'iso-8859-7', from: 'meta' },
  { file: 'english.utf-16le.html', ...ENGLISH, charset: 'utf-16le', from: 'bom' },
  { file: 'english.utf-16be.html', type: 'text/html; charset=iso-8859-1', ...ENGLISH, charset: 'utf-16be', from: 'bom' },
  { file: 'english.utf-8.bom.html', ...ENGLISH, charset: 'utf-8', from: 'bom' },
  { file: 'turkish.template-english.html', ...TURKISH, charset: 'utf-8', from: 'utf-8-valid' },
];

describe('pages in many encodings', () => {
  let server: WebServer;
  let bench: CaptureBench;
  beforeAll(async () => {
    server = await startWebServer();
    bench = createCaptureBench();
  });
  afterAll(async () => {
    await bench.close();
    await server.close();
  });

  it.each(CASES)(
    'reads $file sent as $type',
    async ({ file, type = 'text/html', title, source, text, lang, charset, from, dir = 'ltr' }) => {
      const body = await readFile(new URL(`../../fixtures/pages/${file}`, import.meta.url));
      server.on('/page', { type, body });
      const article = await bench.save({ kind: 'url', url: server.url('/page') });
      expect(article.text).toContain(text);
      expect(article).toMatchObject({ title, source, lang, dir, publishedAt: '2023-03-09' });
      expect(article.receipt).toMatchObject({ charset, charsetFrom: from, status: 'complete' });
      expect(body.equals(article.sourceBytes ?? new Uint8Array())).toBe(true);
    },
  );

  it('reads a saved file in a legacy encoding like a page', async () => {
    const body = await readFile(new URL('../../fixtures/pages/turkish.windows-1254.html', import.meta.url));
    const article = await bench.save({ kind: 'file', name: 'değirmen.html', bytes: body.toString('base64') });
    expect(article).toMatchObject({ title: TURKISH.title, url: null, lang: 'tr' });
  });

  it('reads plain text in a legacy encoding', async () => {
    const text =
      'Старая мельница у реки снова работает после семнадцати лет тишины.\n\nЖители посёлка собрались у воды ещё до рассвета, чтобы услышать колесо.';
    const bytes = Buffer.from([...text].map((character) => windows1251(character)));
    const article = await bench.save({ kind: 'file', name: 'заметка.txt', bytes: bytes.toString('base64') });
    expect(article.text.split('\n')[0]).toBe('Старая мельница у реки снова работает после семнадцати лет тишины.');
    expect(article.lang).toBe('ru');
  });
});

function windows1251(character: string): number {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code;
  if (character === 'ё') return 0xb8;
  return code - 0x0410 + 0xc0;
}
