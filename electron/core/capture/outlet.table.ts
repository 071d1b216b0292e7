/** Short last lines that are not the name of an outlet. Lower case, without punctuation. */
// prettier-ignore
export const NOT_OUTLETS: ReadonlySet<string> = new Set([
  'the end', 'end', 'fin', 'ende', 'son', 'bitti', 'fine', 'konec', 'koniec', 'конец', 'кінець', 'النهاية', '终', '完', '終わり', '(完)', 'amen', 'to be continued', 'devamı var', 'ardı var', 'read more', 'continue reading', 'more', 'see also',
  'devamını oku', 'daha fazla', 'ətraflı', 'davamı', 'weiterlesen', 'mehr', 'lire la suite', 'leer más', 'leia mais', 'читать далее', 'подробнее', 'sources', 'source', 'references', 'notes', 'footnotes', 'bibliography', 'contents', 'appendix',
  'acknowledgements', 'acknowledgments', 'kaynaklar', 'kaynakça', 'ədəbiyyat', 'mənbələr', 'quellen', 'literatur', 'sources et références', 'advertisement', 'reklam', 'werbung', 'anzeige', 'publicité', 'publicidad', 'реклама', 'إعلان', '广告',
  'photo', 'photos', 'foto', 'fotoğraf', 'şəkil', 'video', 'comments', 'comment', 'yorumlar', 'yorum yap', 'şərhlər', 'şərh yaz', 'kommentare', 'комментарии', 'tags', 'etiketler', 'home', 'top', 'back', 'back to top', 'next', 'previous', 'menu',
  'sincerely', 'regards', 'best regards', 'kind regards', 'yours sincerely', 'yours truly', 'thank you', 'thanks', 'teşekkürler', 'saygılarımla', 'hörmətlə', 'mit freundlichen grüßen', 'cordialement', 'atentamente', 'p.s', 'ps', 'ok', 'yes', 'no',
  'introduction', 'conclusion', 'summary', 'sonuç', 'özet', 'nəticə', 'giriş', 'fazit', 'related', 'related news', 'ilgili haberler', 'oxşar xəbərlər',
]);

/** Words that make a short line the name of an outlet even without other signs. Lower case, whole words (or the end of one, for compounds). */
// prettier-ignore
export const OUTLET_WORDS: ReadonlySet<string> = new Set([
  'news', 'newspaper', 'times', 'post', 'herald', 'tribune', 'guardian', 'gazette', 'journal', 'daily', 'chronicle', 'observer', 'telegraph', 'observer', 'bulletin', 'courier', 'examiner', 'mirror', 'press', 'agency', 'weekly', 'magazine', 'review', 'media', 'tv', 'radio',
  'haber', 'haberler', 'haberleri', 'haberi', 'gazete', 'gazetesi', 'ajansı', 'ajans', 'dergisi', 'medya', 'televizyonu', 'radyosu', 'xəbər', 'xəbərlər', 'xəbərləri', 'agentliyi', 'qəzeti', 'qəzet', 'jurnalı', 'televiziyası',
  'zeitung', 'tageszeitung', 'nachrichten', 'tagblatt', 'anzeiger', 'rundschau', 'spiegel', 'le monde', 'le figaro', 'gazeta', 'журнал', 'газета', 'новости', 'вести', 'агентство', 'известия', 'diario', 'noticias', 'notícias', 'jornal', 'corriere', 'giornale', 'periódico',
  'وكالة', 'صحيفة', 'قناة', 'أخبار', '日报', '晚报', '新闻', '新聞', '通讯社', '新华社', '日報', '뉴스', '신문', '일보',
]);

/** Labels before the name of the source. */
// prettier-ignore
export const SOURCE_LABELS: readonly string[] = ['source', 'kaynak', 'haber kaynağı', 'mənbə', 'menbe', 'quelle', 'fuente', 'fonte', 'bron', 'källa', 'kilde', 'lähde', 'źródło', 'zdroj', 'sursa', 'forrás', 'источник', 'джерело', 'المصدر', 'منبع', '来源', '來源', '出典', '출처'];
