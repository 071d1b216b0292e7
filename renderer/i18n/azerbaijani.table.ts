/** What the browser calls it in Turkish, and what Azerbaijani calls it: long and short. */
export const MONTHS: readonly (readonly [string, string])[] = [
  ['Ocak', 'yanvar'],
  ['Şubat', 'fevral'],
  ['Mart', 'mart'],
  ['Nisan', 'aprel'],
  ['Mayıs', 'may'],
  ['Haziran', 'iyun'],
  ['Temmuz', 'iyul'],
  ['Ağustos', 'avqust'],
  ['Eylül', 'sentyabr'],
  ['Ekim', 'oktyabr'],
  ['Kasım', 'noyabr'],
  ['Aralık', 'dekabr'],
  ['Oca', 'yan'],
  ['Şub', 'fev'],
  ['Mar', 'mar'],
  ['Nis', 'apr'],
  ['May', 'may'],
  ['Haz', 'iyn'],
  ['Tem', 'iyl'],
  ['Ağu', 'avq'],
  ['Eyl', 'sen'],
  ['Eki', 'okt'],
  ['Kas', 'noy'],
  ['Ara', 'dek'],
];

export const WEEKDAYS: readonly (readonly [string, string])[] = [
  ['Pazar', 'bazar'],
  ['Pazartesi', 'bazar ertəsi'],
  ['Salı', 'çərşənbə axşamı'],
  ['Çarşamba', 'çərşənbə'],
  ['Perşembe', 'cümə axşamı'],
  ['Cuma', 'cümə'],
  ['Cumartesi', 'şənbə'],
  ['Paz', 'B.'],
  ['Pzt', 'B.E.'],
  ['Sal', 'Ç.A.'],
  ['Çar', 'Ç.'],
  ['Per', 'C.A.'],
  ['Cum', 'C.'],
  ['Cmt', 'Ş.'],
];

export const UNITS = {
  second: 'saniyə',
  minute: 'dəqiqə',
  hour: 'saat',
  day: 'gün',
  week: 'həftə',
  month: 'ay',
  quarter: 'rüb',
  year: 'il',
} as const;

/** Words for the unit before, this and next. */
export const RELATIVE: Partial<Record<keyof typeof UNITS, Readonly<Record<number, string>>>> = {
  second: { 0: 'indi' },
  minute: { 0: 'bu dəqiqə' },
  hour: { 0: 'bu saat' },
  day: { [-1]: 'dünən', 0: 'bu gün', 1: 'sabah' },
  week: { [-1]: 'keçən həftə', 0: 'bu həftə', 1: 'gələn həftə' },
  month: { [-1]: 'keçən ay', 0: 'bu ay', 1: 'gələn ay' },
  quarter: { [-1]: 'son rüb', 0: 'bu rüb', 1: 'gələn rüb' },
  year: { [-1]: 'keçən il', 0: 'bu il', 1: 'gələn il' },
};
