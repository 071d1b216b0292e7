import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../electron/core/capture/page-facts.ts';
import { truncationSigns } from '../../../electron/core/capture/truncation.ts';

const NOTHING: PageFacts = {
  meta: {},
  jsonLd: [],
  titleTag: null,
  heading: null,
  canonical: null,
  lang: null,
  dir: null,
  times: [],
  labelledDates: [],
  modifiedTimes: [],
  bylines: [],
  refresh: null,
  savedFrom: null,
  paywallMarks: [],
};
const TEXT = Array.from(
  { length: 12 },
  (_, at) => `Paragraph ${at}. The mill by the river turns again, and the people came to see it.`,
).join('\n');
const endingWith = (line: string): string[] => truncationSigns(NOTHING, `${TEXT}\n${line}`, null);

describe('a text that was cut', () => {
  it.each([
    'Continue reading',
    'Keep reading with a free account →',
    'To continue reading, please log in.',
    'Subscribe to continue reading this story',
    'Please sign in to read the full article.',
    'This article is for subscribers only.',
    'This post is for paid subscribers',
    'Already a subscriber? Log in',
    'You have reached your limit of free articles.',
    'You’ve read your last free article.'.replace('’', "'"),
    'Read the full story',
    'Unlock this article for $1',
    'Haberin devamı için tıklayın',
    'Devamını okumak için abone olun',
    'Okumaya devam et',
    'Bu içerik yalnızca abonelere özel',
    'Məqalənin davamını oxumaq üçün daxil olun',
    'Weiterlesen mit Plus',
    'Jetzt weiterlesen',
    'Dieser Artikel ist nur für Abonnenten verfügbar',
    'Bereits Abonnent? Hier anmelden',
    'Lire la suite',
    'Cet article est réservé aux abonnés',
    'Il vous reste 72 % de cet article à lire.',
    'Para seguir leyendo, suscríbete',
    'Contenido exclusivo para suscriptores',
    'Este conteúdo é exclusivo para assinantes',
    'Per continuare a leggere abbonati',
    'Questo articolo è riservato agli abbonati',
    'Dit artikel is exclusief voor abonnees',
    'Logga in för att läsa hela artikeln',
    'Aby czytać dalej, wykup dostęp',
    'Чтобы читать дальше, оформите подписку',
    'Полный текст доступен по подписке',
    'Щоб читати далі, увійдіть',
    'Διαβάστε τη συνέχεια',
    'لمتابعة القراءة اشترك الآن',
    'برای ادامه مطلب وارد شوید',
    'להמשך קריאה',
    '登录后阅读全文',
    '剩余70%内容付费订阅后可阅读',
    'この記事は有料会員限定です',
    '残り1234文字',
    '続きを読む',
    '이 기사는 유료 구독자 전용입니다',
  ])('is known by its last words: %s', (line) => {
    expect(endingWith(line)).toEqual([expect.stringMatching(/^The text ends with “/)]);
  });

  it.each([
    'Subscribe to our newsletter for more stories like this.',
    'He told her to continue reading the letter, although it was late and the lamp had gone out; she did, and wept, and read it to the end twice more.',
    'Continue west for two miles.',
    'Seguir leyendo:',
    'Sie sind bereits registriert?',
    'The rest of the story is history.',
    'Members of the club met on Sunday.',
    'Follow us on social media.',
    'Abone sayısı geçen yıl iki katına çıktı.',
    'Haberin doğruluğu henüz teyit edilmedi.',
    'Der Artikel wurde in der Zeitung gedruckt.',
    'Die Abonnenten des Theaters applaudierten.',
    'La suite du procès est prévue pour lundi.',
    'Los suscriptores recibieron la revista el lunes.',
    'Os assinantes do jornal aumentaram este ano.',
    'Gli abbonati al teatro sono mille.',
    'Статья была опубликована в журнале.',
    'Подписчики канала поддержали автора.',
    '他登录后阅读了邮件，随后离开了办公室，没有人知道他去了哪里，直到第二天早晨才有消息传来。',
    '会員は毎週集まる。',
    '구독자 수가 늘었다.',
    'المشتركون في الخدمة راضون.',
  ])('is not suspected where an article says: %s', (line) => {
    expect(endingWith(line)).toEqual([]);
  });

  it('is known by the tier that the site gives it, where it is short', () => {
    const locked = { ...NOTHING, meta: { 'article:content_tier': ['locked'] } };
    expect(truncationSigns(locked, 'The mill by the river turns again.', 'en')).toEqual([expect.stringContaining('for its subscribers')]);
    expect(truncationSigns(locked, TEXT.repeat(3), 'en')).toEqual([]);
    expect(truncationSigns({ ...NOTHING, meta: { 'article:content_tier': ['metered'] } }, 'The mill.', 'en')).toEqual([]);
  });
});
