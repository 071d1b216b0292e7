import { describe, expect, it } from 'vitest';
import { directionOf, guessLanguage, languageOf, normaliseLanguage } from '../../../electron/core/capture/language.ts';

const TEXTS: Readonly<Record<string, string>> = {
  en: 'The council of the town voted on Tuesday to keep the old library open, after months of debate and several meetings.',
  tr: 'Belediye meclisi aylar süren tartışmaların ardından salı günü eski kütüphanenin açık kalmasına karar verdi.',
  az: 'Bələdiyyə şurası aylarla davam edən müzakirələrdən sonra köhnə kitabxananın açıq qalmasına qərar verdi.',
  de: 'Der Gemeinderat hat am Dienstag nach monatelanger Debatte beschlossen, dass die alte Bücherei offen bleibt und nicht schließt.',
  fr: 'Le conseil municipal a voté mardi pour que la vieille bibliothèque reste ouverte, après des mois de débats et de réunions.',
  es: 'El ayuntamiento votó el martes mantener abierta la vieja biblioteca, después de meses de debate y de varias reuniones.',
  ru: 'Городской совет во вторник проголосовал за то, чтобы старая библиотека осталась открытой, после нескольких месяцев споров.',
  uk: 'Міська рада у вівторок проголосувала за те, щоб стара бібліотека залишилася відкритою, після кількох місяців суперечок.',
  ar: 'صوت مجلس المدينة يوم الثلاثاء على إبقاء المكتبة القديمة مفتوحة بعد أشهر من النقاش والاجتماعات.',
  fa: 'شورای شهر روز سه‌شنبه پس از ماه‌ها بحث و گفتگو رأی داد که کتابخانه قدیمی باز بماند و همچنان پذیرای مردم باشد.',
  he: 'מועצת העיר הצביעה ביום שלישי להשאיר את הספרייה הישנה פתוחה אחרי חודשים של דיונים.',
  zh: '市议会星期二投票决定，在数月的辩论之后，旧图书馆将继续开放。',
  ja: '市議会は火曜日、数か月の議論の末に、古い図書館を開いておくことを決めた。',
  ko: '시의회는 화요일 몇 달간의 논의 끝에 오래된 도서관을 계속 열어 두기로 결정했다.',
  th: 'สภาเมืองลงมติเมื่อวันอังคารให้ห้องสมุดเก่าเปิดต่อไป',
  el: 'Το δημοτικό συμβούλιο ψήφισε την Τρίτη να μείνει ανοιχτή η παλιά βιβλιοθήκη.',
  ka: 'საკრებულომ სამშაბათს გადაწყვიტა, რომ ძველი ბიბლიოთეკა ღია დარჩეს.',
};

describe('languages', () => {
  it.each(Object.entries(TEXTS))('%s is told from its text', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it.each([
    ['Bakıda yeni məktəb açılıb', 'az'],
    ['Yeni kütüphane bugün açıldı', 'tr'],
    ['Старый мост закрыт', 'ru'],
    ['Hi', null],
    ['12 345', null],
    ['', null],
  ])('%j is %s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it('are believed when the page says them and the text can be that', () => {
    expect(languageOf(['pt_BR'], 'Curto.')).toBe('pt-BR');
    expect(languageOf([null, '', 'nonsense!', 'DE-at'], TEXTS['de'] ?? '')).toBe('de-AT');
    expect(languageOf(['en'], TEXTS['ar'] ?? '')).toBe('ar');
    expect(languageOf(['en-US'], (TEXTS['tr'] ?? '').repeat(3))).toBe('tr');
    expect(languageOf(['ru'], TEXTS['en'] ?? '')).toBe('en');
  });

  it('are written in one way', () => {
    expect(['EN', 'en_GB', 'zh-hans-cn', 'x', 'und', 'tr,en;q=0.5', 'iw'].map((tag) => normaliseLanguage(tag))).toEqual([
      'en',
      'en-GB',
      'zh-Hans-CN',
      null,
      null,
      'tr',
      'he',
    ]);
  });
});

describe('direction', () => {
  it('is that of the letters', () => {
    expect(directionOf(TEXTS['ar'] ?? '', 'ar', null)).toBe('rtl');
    expect(directionOf(TEXTS['he'] ?? '', null, 'ltr')).toBe('rtl');
    expect(directionOf(TEXTS['en'] ?? '', 'ar', 'rtl')).toBe('ltr');
  });
  it('is what the page or the language says where there are hardly any', () => {
    expect(directionOf('123', 'fa', null)).toBe('rtl');
    expect(directionOf('123', 'en', 'rtl')).toBe('rtl');
    expect(directionOf('', null, null)).toBe('ltr');
  });
});
