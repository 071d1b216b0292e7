/**
 * Words of a news site's furniture as they stand in hand-saved text. Lower case. A label counts only as a whole piece of a line that holds
 * nothing else (see furniture.ts), so that a sentence that begins with one is never touched.
 */

/** Names of services and channels a story is shared to. Each alone says little; together, or beside other furniture, they are a share bar. */
// prettier-ignore
export const SHARE_NAMES: readonly string[] = [
  'facebook', 'twitter', 'x', 'twitter/x', 'x (twitter)', 'x/twitter', 'twitter (x)', 'whatsapp', 'whats app', 'telegram', 'linkedin', 'pinterest', 'reddit', 'tumblr', 'vk', 'vkontakte',
  'вконтакте', 'одноклассники', 'ok.ru', 'ok', 'odnoklassniki', 'viber', 'messenger', 'facebook messenger', 'flipboard', 'pocket', 'instapaper', 'threads', 'bluesky', 'mastodon', 'instagram', 'youtube', 'line', 'weibo', 'wechat',
  'google+', 'google news', 'google haberler', 'bip', 'skype', 'sms', 'xing', 'email', 'e-mail', 'e-posta', 'e-poçt', 'mail', 'e-mel', 'correo', 'courriel', 'print', 'yazdır', 'çap et', 'çap', 'drucken', 'imprimer', 'imprimir',
  'stampa', 'печать', 'распечатать', 'друк', 'طباعة', 'copy link', 'copy', 'link', 'linki kopyala', 'bağlantıyı kopyala', 'kopyala', 'linki kopyalayın', 'linki köçür', 'kopyalayın', 'link kopieren', 'copier le lien',
  'copiar enlace', 'скопировать ссылку', 'копировать ссылку', 'نسخ الرابط', 'bookmark', 'save', 'kaydet', 'yadda saxla', 'listen', 'dinle', 'dinlə', 'comments', 'yorumlar', 'yorum yap', 'rss', '微信', '微博', 'qq', 'qzone',
];

/** Words that are nothing but a share control. */
// prettier-ignore
export const SHARE_VERBS: readonly string[] = [
  'share', 'share:', 'share this', 'share this article', 'share this story', 'share this post', 'share article', 'share via', 'share on', 'share with', 'share on facebook', 'share on twitter', 'share on x', 'share on whatsapp',
  'share on telegram', 'share on linkedin', 'tweet', 'tweet this', 'tweetle', 'paylaş', 'paylaş:', 'haberi paylaş', 'sosyal medyada paylaş', "facebook'ta paylaş", "twitter'da paylaş", "whatsapp'ta paylaş", 'facebook’ta paylaş',
  'paylaşın', 'xəbəri paylaş', 'paylaşmaq', 'sosial şəbəkələrdə paylaş', 'teilen', 'artikel teilen', 'beitrag teilen', 'partager', 'partager cet article', 'compartir', 'compartilhar', 'partilhar', 'condividi', 'delen',
  'dela', 'del', 'jaa', 'udostępnij', 'sdílet', 'distribuie', 'поделиться', 'поделиться:', 'поделитесь', 'поширити', 'бөлісу', 'شارك', 'مشاركة', 'شارك المقال', 'اشتراک گذاری', 'שתף', '分享', '分享到', '分享到：', 'シェア', 'シェアする', 'ツイート', '공유', '공유하기',
  'abone ol', 'follow us', 'bizi takip edin', 'google news’te takip et',
];

/** Words for the text-size control that stand beside its signs. */
// prettier-ignore
export const SIZE_WORDS: readonly string[] = [
  'text size', 'font size', 'textsize', 'fontsize', 'yazı boyutu', 'yazı tipi boyutu', 'punto', 'metin boyutu', 'şrift ölçüsü', 'mətn ölçüsü', 'şriftin ölçüsü', 'schriftgröße', 'textgröße', 'taille du texte', 'tamaño del texto',
  'tamanho do texto', 'размер шрифта', 'размер текста', 'розмір шрифту', 'حجم الخط', 'حجم النص', '字号', '字体', '文字サイズ', '글자크기', '글자 크기',
];

/** Words before a date on a line of its own; longer ones first is not needed (the reader takes the longest that fits). */
// prettier-ignore
export const DATE_LABELS: readonly string[] = [
  'date', 'published', 'published on', 'published at', 'publish date', 'publication date', 'date published', 'date of publication', 'posted', 'posted on', 'release date', 'first published', 'first published on',
  'tarih', 'yayın tarihi', 'yayınlanma tarihi', 'yayımlanma tarihi', 'yayınlanma', 'giriş tarihi', 'haber tarihi', 'giriş', 'oluşturulma tarihi',
  'tarix', 'dərc tarixi', 'dərc olunma tarixi', 'yayımlanma tarixi', 'dərc edilib', 'nəşr tarixi',
  'datum', 'veröffentlicht', 'veröffentlicht am', 'erschienen am', 'stand', 'vom', 'date de publication', 'publié le', 'publié', 'paru le', 'fecha', 'publicado', 'publicado el', 'publicado em', 'fecha de publicación',
  'data', 'data di pubblicazione', 'pubblicato il', 'data de publicação', 'data publikacji', 'opublikowano', 'gepubliceerd', 'gepubliceerd op', 'publicerad', 'publisert', 'udgivet', 'dato', 'julkaistu', 'dátum', 'publikováno', 'datum vydání',
  'дата', 'дата публикации', 'опубликовано', 'опублікована', 'дата публікації', 'опубліковано', 'күні', 'ημερομηνία', 'التاريخ', 'تاريخ', 'تاريخ النشر', 'نشر في', 'نُشر في', 'تاریخ', 'تاریخ انتشار', 'תאריך', 'פורסם',
  '日期', '时间', '发布时间', '發布日期', '发布日期', '日付', '公開日', '掲載日', '配信', '날짜', '입력', '등록',
];

/** Words before the date of a change. */
// prettier-ignore
export const CHANGE_LABELS: readonly string[] = [
  'updated', 'last updated', 'updated on', 'modified', 'last modified', 'güncelleme', 'güncelleme tarihi', 'son güncelleme', 'güncellenme tarihi', 'yenilənib', 'yenilənmə tarixi', 'aktualisiert', 'aktualisiert am', 'zuletzt aktualisiert',
  'mis à jour', 'mis à jour le', 'actualizado', 'actualizado el', 'atualizado em', 'aggiornato il', 'обновлено', 'дата обновления', 'оновлено', 'آخر تحديث', 'تحديث', '更新', '更新时间', '更新日', '수정',
];
