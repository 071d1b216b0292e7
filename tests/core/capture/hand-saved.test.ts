import { describe, expect, it } from 'vitest';
import { cleanHandSaved } from '../../../electron/core/capture/hand-saved.ts';

const FIRST = 'The council of the town voted on Tuesday to keep the old library open, after months of debate.';
const SECOND = 'A reader who has borrowed books there for forty years said that she had not slept the night before.';
const story = (head: string, end = ''): string => `${head}\n\n${FIRST}\n\n${SECOND}${end === '' ? '' : `\n\n${end}`}`;
const left = (text: string, options = {}): string =>
  cleanHandSaved(text, options)
    .lines.filter((line) => line !== '')
    .join('\n');

describe('furniture at the start of a story', () => {
  /** Every head loses all of itself, and gives this day. */
  const HEADS: readonly string[] = [
    'date 2023-03-09+ ↺ − 16 px',
    'date 2023-03-09 + ↺ − 16 px',
    'date 2023-03-09\n+ ↺ − 16 px',
    'date 2023-03-09\n+\n↺\n−\n16 px',
    '+ ↺ − 16 px\ndate 2023-03-09',
    '+ ↺ − 16 pxdate 2023-03-09',
    '16 px − + ↺ date 2023-03-09',
    '− 18 px + ↺ date: 2023-03-09',
    'date 2023-03-0916 px + ↺ −',
    'date 2023-03-09 + - 20px',
    'date 2023-03-09 – 16 px +',
    'Date: 2023-03-09 A+ A-',
    'DATE 2023/03/09 | A- | A | A+',
    'Date : 09.03.2023',
    'Date: 9 March 2023',
    'Published on March 9, 2023 at 10:15 a.m.',
    'Published: Thursday, 9 March 2023, 10:15 GMT',
    'Posted March 9th, 2023\nPrint Email Share',
    'Date\n2023-03-09',
    '2023-03-09',
    '9 Mart 2023 Perşembe',
    'Tarih: 9 Mart 2023\nYazı boyutu: A+ A-\nFacebook Twitter WhatsApp',
    'tarih 09.03.2023 14:30+ ↺ − 16 px',
    'Yayınlanma Tarihi: 9 Mart 2023 - 14:30 Paylaş',
    'TARİH: 9 MART 2023',
    'Giriş: 09/03/2023, Perşembe 08:05',
    'tarix 2023-03-09+ ↺ − 16 px',
    'Tarix: 09 mart 2023, 10:15\nŞrift ölçüsü: - 16px +',
    'Tarix: 9 Mart 2023, Cümə axşamı\nPaylaş:\nFacebook\nTwitter\nWhatsApp\nTelegram',
    'Datum: 9. März 2023, 18:30 Uhr\nSchriftgröße: A− A+',
    'Veröffentlicht am 09.03.2023\nTeilen Drucken E-Mail',
    'Publié le 9 mars 2023 à 10:15\nPartager',
    'Fecha: 9 de marzo de 2023\nCompartir Facebook WhatsApp',
    'Дата: 9 марта 2023, 12:00\nПоделиться: ВКонтакте Одноклассники Telegram',
    'التاريخ: 9 مارس 2023\nحجم الخط + -',
    '发布时间：2023年3月9日 10:15\n分享到：微信 微博',
    '公開日：2023年3月9日\nシェア ツイート',
    '날짜: 2023년 3월 9일\n글자크기 + -',
    'Facebook Twitter/X WhatsApp Telegram E-mail Print\ndate 2023-03-09',
    'FacebookTwitterWhatsAppTelegram\ndate 2023-03-09',
    'Share this article\nFacebook (12) Twitter 3\n\ndate 2023-03-09\n\n+ ↺ − 16 px',
  ];
  it.each(HEADS)('%j is taken off and gives the day', (head) => {
    const cleaned = cleanHandSaved(story(head));
    expect(cleaned.publishedAt).toBe('2023-03-09');
    expect(cleaned.lines.filter((line) => line !== '').join('\n')).toBe(`${FIRST}\n${SECOND}`);
    expect(cleaned.title).toBeNull();
  });

  it('is taken off the front of the paragraph that it is glued to', () => {
    expect(left(`date 2023-03-09+ ↺ − 16 px${FIRST}\n${SECOND}`)).toBe(`${FIRST}\n${SECOND}`);
    expect(left(`+ ↺ − 16 px ANKARA — ${FIRST}`)).toBe(`ANKARA — ${FIRST}`);
    expect(left(`date 2023-03-09 ${FIRST}`)).toBe(FIRST);
  });

  it('may stand below the headline, which becomes the title', () => {
    const cleaned = cleanHandSaved(story('Library will stay open\ndate 2023-03-09+ ↺ − 16 px\nFacebook\nTwitter'));
    expect(cleaned).toMatchObject({ title: 'Library will stay open', publishedAt: '2023-03-09' });
    expect(cleaned.lines.filter((line) => line !== '')).toEqual([FIRST, SECOND]);
  });

  it('gives the day of a change apart', () => {
    expect(cleanHandSaved(story('Published: 9 March 2023\nUpdated: 10 March 2023'))).toMatchObject({
      publishedAt: '2023-03-09',
      modifiedAt: '2023-03-10',
    });
  });

  it('reads a day with slashes as its reader would', () => {
    expect(cleanHandSaved(story('Date: 03/09/2023'), { monthFirst: true }).publishedAt).toBe('2023-03-09');
    expect(cleanHandSaved(story('Tarih: 09/03/2023')).publishedAt).toBe('2023-03-09');
    expect(cleanHandSaved(story('Date: 23/03/2023'), { monthFirst: true }).publishedAt).toBe('2023-03-23');
  });
});

describe('prose that looks like furniture', () => {
  /** Nothing of these first lines is taken off. */
  const PROSE: readonly string[] = [
    'Date palms grow along the whole of the coast.',
    'Date 2023-03-09 was a bad day for the whole town.',
    'date 2023-13-45',
    'Published in three volumes, the work was a success.',
    'Share prices rose on Monday, and fell again on Tuesday.',
    'Facebook said on Tuesday that it would close the office.',
    'Print is not dead, the printer said.',
    'X marks the spot where the ship went down.',
    'Email and WhatsApp are how the parents’ group works, she said.',
    '- 16 px is the size that the browser starts from.',
    '+ 3 − 4 is minus one, as everybody knows.',
    '+90 312 000 00 00 is the number to call.',
    'A+ was the mark that the inspectors gave the kitchen.',
    'A - as in apple.',
    '16 px was all the space that was left.',
    '10:15 was when the train should have left.',
    '2023 was the driest year since records began.',
    '9 March was the day of the vote.',
    'March 9, 2023, was the day of the vote.',
    'Mart 9’unda kararı açıkladılar.',
    'Paylaşmak istemedi, çünkü ekmek ona ancak yetiyordu.',
    'Tarih bizi haklı çıkaracak, dedi başkan.',
    'Tarix göstərdi ki, bu qərar doğru idi.',
    'Stand der Dinge: Niemand weiß etwas.',
    'Data is the new oil, the speaker said.',
  ];
  it.each(PROSE)('%j stays as it is', (line) => {
    const cleaned = cleanHandSaved(`${line}\n\n${FIRST}\n\n${SECOND}`);
    expect([cleaned.title, ...cleaned.lines].filter((text) => text !== null && text !== '')).toEqual([line, FIRST, SECOND]);
    expect(cleaned.removed).toEqual([]);
  });

  it('stays in the middle of a story', () => {
    const text = `${FIRST}\n\nFacebook\n\n${SECOND}\n\nThe vote was on 2023-03-09.\n\n${FIRST}`;
    expect(left(text)).toBe(text.replace(/\n\n/g, '\n'));
  });

  it('is not found in a day of long ago', () => {
    expect(cleanHandSaved(story('9 March 1847')).lines[0]).toBe('');
    expect(cleanHandSaved(story('9 March 1847'))).toMatchObject({ publishedAt: null, title: '9 March 1847' });
  });
});

describe('the outlet at the end of a story', () => {
  const HEAD = 'date 2023-03-09+ ↺ − 16 px';
  const OUTLETS = [
    'Daily Sabah',
    'Anadolu Ajansı',
    'AA',
    'Report',
    'AZƏRTAC',
    'Report.az',
    'www.haber7.com',
    'The New York Times',
    'Haber 7',
    'BBC News Türkçe',
    'Azərbaycan Respublikası Xəbər Agentliyi',
    'Süddeutsche Zeitung',
    'El País',
    'Ведомости',
    '新华社',
    '朝日新聞',
    'الجزيرة',
    'Radio 1',
    'Frankfurter Allgemeine',
  ];
  it.each(OUTLETS)('%s is the source', (outlet) => {
    const cleaned = cleanHandSaved(story(HEAD, outlet));
    expect(cleaned.source).toBe(outlet);
    expect(cleaned.lines.filter((line) => line !== '')).toEqual([FIRST, SECOND]);
  });

  it.each([
    ['— Reuters', 'Reuters'],
    ['© 2023 Daily Sabah', 'Daily Sabah'],
    ['Kaynak: Anadolu Ajansı', 'Anadolu Ajansı'],
    ['Mənbə: Report', 'Report'],
    ['Source: River Gazette', 'River Gazette'],
    ['Quelle: dpa', null],
    ['来源：新华社', '新华社'],
  ])('%s names %s', (line, outlet) => {
    expect(cleanHandSaved(story(HEAD, line)).source).toBe(outlet);
  });

  it('may be followed by share labels', () => {
    const cleaned = cleanHandSaved(story(HEAD, 'Daily Sabah\nFacebook Twitter WhatsApp'));
    expect(cleaned.source).toBe('Daily Sabah');
    expect(cleaned.lines.filter((line) => line !== '')).toEqual([FIRST, SECOND]);
  });

  it('is found in a very short story', () => {
    expect(cleanHandSaved(`${HEAD}\nIt rained all day.\nCoast News`)).toMatchObject({ source: 'Coast News', publishedAt: '2023-03-09' });
  });

  const NOT_OUTLETS = [
    'The vote was close.',
    'Will it stay open?',
    '- Daily Sabah',
    '3. The library',
    'THE END',
    'Son',
    'Read more',
    'Devamını oku',
    '* * *',
    '2023',
    '“We are glad”',
    'and that was that',
    'the town hall and the library on the hill',
    'A very long line which names nobody and nothing at all and goes on',
    'Mayor: Ayşe Demir',
    'Sources',
    'Advertisement',
    'Dear readers,',
  ];
  it.each(NOT_OUTLETS)('is not taken from %j', (line) => {
    const cleaned = cleanHandSaved(story(HEAD, line));
    expect(cleaned.source).toBeNull();
    expect(cleaned.lines.filter((text) => text !== '')).toEqual([FIRST, SECOND, line]);
  });

  it('has to say that it is one where the story has no furniture', () => {
    expect(cleanHandSaved(story(FIRST, 'Jane Doe')).source).toBeNull();
    expect(cleanHandSaved(story(FIRST, 'River Gazette')).source).toBe('River Gazette');
    expect(cleanHandSaved(story(FIRST, 'example.com')).source).toBe('example.com');
  });

  it('is not the last line of a poem or of a list', () => {
    const poem = 'The Wheel\n\nIt turns and turns\nthe River knows\nDaily News';
    expect(cleanHandSaved(poem).source).toBeNull();
    const list = `${FIRST}\n\nPapers:\nDaily Sabah\nRiver Gazette\nHarbour Times`;
    expect(cleanHandSaved(list).source).toBeNull();
  });
});

it('leaves an empty text empty', () => {
  expect(cleanHandSaved('')).toMatchObject({ publishedAt: null, source: null, title: null, removed: [] });
});

it('reads every kind of line break', () => {
  expect(left(`date 2023-03-09\r\n\r\n${FIRST}\r${SECOND}\u2028Daily Sabah`)).toBe(`${FIRST}\n${SECOND}`);
});
