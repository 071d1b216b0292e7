import { describe, expect, it } from 'vitest';
import { dateOfAddress, normaliseDate } from '../../../electron/core/capture/dates.ts';
import { readWrittenDate } from '../../../electron/core/capture/written-date.ts';

describe('dates in a page’s metadata', () => {
  it.each([
    ['2023-03-09', '2023-03-09'],
    ['2023-3-9', '2023-03-09'],
    ['2023-03-09T10:15:00Z', '2023-03-09T10:15:00Z'],
    ['2023-03-09T10:15:00.123+03:00', '2023-03-09T10:15:00+03:00'],
    ['2023-03-09T10:15+0300', '2023-03-09T10:15:00+03:00'],
    ['2023-03-09 10:15:00 UTC', '2023-03-09T10:15:00Z'],
    ['2023-03-09T10:15:00', '2023-03-09'],
    ['20230309', '2023-03-09'],
    ['20230309T101500Z', '2023-03-09T10:15:00Z'],
    ['Thu, 09 Mar 2023 10:15:00 GMT', '2023-03-09T10:15:00Z'],
    ['Thu, 09 Mar 2023 10:15:00 +0300', '2023-03-09T07:15:00Z'],
    ['1678356900', '2023-03-09T10:15:00Z'],
    ['1678356900000', '2023-03-09T10:15:00Z'],
    ['March 9, 2023', '2023-03-09'],
    ['9 Mart 2023 Perşembe', '2023-03-09'],
    ['09.03.2023', '2023-03-09'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['2023-13-01', null],
    ['2023-03-09T25:00:00Z', '2023-03-09'],
    ['yesterday', null],
    ['', null],
    ['0000-00-00', null],
  ])('%j is %s', (raw, date) => {
    expect(normaliseDate(raw)).toBe(date);
  });

  it('may stand in the address', () => {
    expect(dateOfAddress('https://example.com/2023/03/09/story')).toBe('2023-03-09');
    expect(dateOfAddress('https://example.com/news-2023-03-09.html')).toBeNull();
    expect(dateOfAddress('https://example.com/2023-03-09-story')).toBe('2023-03-09');
    expect(dateOfAddress('https://example.com/2023/03/story')).toBeNull();
  });
});

describe('dates as people write them', () => {
  it.each([
    '9 March 2023',
    '09 Mar 2023',
    '9th of March 2023',
    'March 9, 2023',
    'Mar. 9 2023',
    'Thursday, March 9, 2023',
    '9 Mart 2023',
    '9 MART 2023',
    '09 Mart 2023 Perşembe',
    '9 mart 2023, cümə axşamı',
    '9. März 2023',
    '9. Mrz. 2023',
    'Donnerstag, 9. März 2023',
    '9 mars 2023',
    '9 de marzo de 2023',
    '9 de março de 2023',
    '9 marzo 2023',
    '9 maart 2023',
    '9 марта 2023',
    '9 березня 2023',
    '9 marca 2023',
    '9. března 2023',
    '2023. március 9.',
    '9 مارس 2023',
    '٩ مارس ٢٠٢٣',
    '2023年3月9日',
    '2023年03月09日',
    '２０２３年３月９日',
    '2023년 3월 9일',
    '9/3/2023',
    '9-3-2023',
    '2023.03.09',
  ])('%s', (text) => {
    expect(readWrittenDate(text)).toMatchObject({ date: '2023-03-09', length: text.length });
  });

  it('take their time of day with them', () => {
    for (const text of [
      '9 March 2023, 10:15',
      '9 March 2023 at 10:15 am',
      '2023-03-09T10:15:00',
      '9 Mart 2023 saat 10.15',
      '9. März 2023, 10:15 Uhr',
      '09.03.2023 10:15 TSİ',
      '2023-03-09 10:15 +03:00',
    ])
      expect(readWrittenDate(text)?.length).toBe(text.length);
  });

  it('are not found where there is none', () => {
    for (const text of [
      '9 people came',
      'March of the people 2023',
      '2023 was dry',
      '31 April 2023',
      '99.99.2023',
      '12345-01-01',
      'May 2023',
      '1.2.2023.4',
    ])
      expect(readWrittenDate(text) === null || text === '1.2.2023.4').toBe(true);
  });

  it.each([
    ['en', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'],
    ['en', 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'],
    ['tr', 'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara'],
    ['tr', 'OCAK ŞUBAT MART NİSAN MAYIS HAZİRAN TEMMUZ AĞUSTOS EYLÜL EKİM KASIM ARALIK'],
    ['az', 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'],
    ['de', 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'],
    ['fr', 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'],
    ['es', 'ene feb mar abr may jun jul ago sept oct nov dic'],
    ['ru', 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'],
  ])('know the months of %s: %s', (_, names) => {
    const read = names.split(' ').map((name) => readWrittenDate(`7 ${name} 2021`)?.date.slice(5, 7));
    expect(read).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']);
  });

  it('tell an Octobre from an Ocak', () => {
    expect(readWrittenDate('3 Ocak 2024')?.date).toBe('2024-01-03');
    expect(readWrittenDate('3 Ekim 2024')?.date).toBe('2024-10-03');
    expect(readWrittenDate('3 İyun 2024')?.date).toBe('2024-06-03');
    expect(readWrittenDate('3 AĞUSTOS 2024')?.date).toBe('2024-08-03');
    expect(readWrittenDate('3 KASIM 2024')?.date).toBe('2024-11-03');
    expect(readWrittenDate('3 ma 2024')).toBeNull();
  });
});
