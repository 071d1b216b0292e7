/**
 * Lines that stand where a text was cut off, in many languages: the whole line, from its first word to its last. What an article may say itself
 * ("Subscribe to our newsletter") is not here; only what asks for something before the rest of this text is shown.
 */

/** What may follow the words that were matched: a name, a price, an arrow. */
const REST = '.{0,60}';

const LINES: readonly string[] = [
  // English
  `(?:to )?(?:continue|keep|carry on|finish) reading\\b${REST}`,
  `(?:please )?(?:subscribe|sign up|register|log in|sign in|join)\\b.{0,30} to (?:continue|keep|read|finish|unlock|view)\\b${REST}`,
  `(?:this|the) (?:article|story|content|post|piece) is (?:only |exclusively )?(?:available )?(?:for|to) (?:our |paid |paying )?(?:subscribers|members)\\b${REST}`,
  `(?:this|the) (?:article|story|content|post) is (?:reserved|exclusive) (?:for|to) (?:our )?(?:subscribers|members)\\b${REST}`,
  `already (?:a |an )?(?:subscriber|member|subscribed|have an account)\\b${REST}`,
  `(?:you have|you've) (?:reached|read|used) (?:your|all (?:of )?your|the) .{0,40}(?:free|limit|articles?)\\b${REST}`,
  `read (?:the )?(?:full|rest of (?:the|this)) (?:article|story|post)\\b${REST}`,
  `(?:the )?(?:rest|remainder) of (?:this|the) (?:article|story|post) is (?:for|available)\\b${REST}`,
  `(?:this post is for )?paid subscribers\\b${REST}|this post is for (?:paid |paying )?subscribers\\b${REST}`,
  `unlock (?:this|the) (?:article|story|post|full)\\b${REST}`,
  // Turkish
  `(?:haberin |yazının |makalenin |içeriğin )?devam(?:ı|ını) (?:okumak |görmek )?için${REST}`,
  `(?:haberin|yazının|makalenin) devamı${REST}`,
  `(?:okumaya|habere) devam et(?:mek için${REST})?`,
  `bu (?:haber|yazı|makale|içerik) (?:yalnızca |sadece )?(?:abonelere|abonelerimize|üyelere) (?:özel|açık)${REST}`,
  // Azerbaijani
  `(?:xəbərin |məqalənin |yazının )?davamını (?:oxumaq|görmək) üçün${REST}`,
  `(?:xəbərin|məqalənin|yazının) davamı${REST}`,
  `oxumağa davam et${REST}`,
  // German
  `weiterlesen(?: mit${REST}| nach${REST})?|jetzt (?:weiterlesen|freischalten|testen und weiterlesen)${REST}`,
  `(?:dieser|der) (?:artikel|beitrag|text|inhalt) ist (?:nur |exklusiv )?(?:für )?(?:unsere )?(?:abonnenten|abonnentinnen|mitglieder|plus)${REST}`,
  `um (?:diesen (?:artikel|beitrag) )?(?:weiterzulesen|weiter zu lesen)${REST}`,
  `(?:sie sind )?(?:bereits|schon) (?:abonnent|abonnentin|mitglied)${REST}`,
  // French
  `lire la suite${REST}|la suite est réservée${REST}|pour lire la suite${REST}`,
  `(?:cet |l[’'])?(?:article|contenu) (?:est )?(?:réservé|accessible uniquement) (?:aux|à nos) abonnés${REST}`,
  `(?:il vous reste|il reste) .{0,20}% (?:de cet article|à lire|à découvrir)${REST}`,
  `(?:déjà|vous êtes déjà) abonnée?\\b${REST}`,
  `abonnez-vous pour (?:lire|continuer|poursuivre|accéder)${REST}`,
  // Spanish
  `(?:este )?(?:contenido|artículo) (?:es )?(?:exclusivo|solo|sólo) para (?:nuestros )?(?:suscriptores|socios)${REST}`,
  `(?:para|si quieres|si quiere) (?:seguir|continuar) leyendo${REST}|(?:sigue|seguir|continuar|continúa) leyendo${REST}`,
  `suscríbe(?:te|ase) para (?:seguir|continuar|leer)${REST}`,
  `¿?ya (?:eres|es) (?:suscriptor|suscriptora|socio)${REST}`,
  // Portuguese
  `(?:para|quer) continuar (?:lendo|a ler|a leitura)${REST}|(?:continue|continuar) (?:lendo|a ler|a leitura)${REST}`,
  `(?:este )?(?:conteúdo|artigo|texto) (?:é )?(?:exclusivo|restrito) (?:para|a) assinantes${REST}`,
  `(?:assine|subscreva) para (?:continuar|ler)${REST}|já é assinante${REST}`,
  // Italian
  `(?:per )?continua(?:re)? a leggere${REST}|per leggere (?:tutto|l[’']articolo|il resto)${REST}`,
  `(?:questo )?(?:articolo|contenuto) è (?:riservato|disponibile solo) (?:agli|per gli) abbonati${REST}`,
  `(?:sei )?già abbonato${REST}|abbonati per (?:continuare|leggere)${REST}`,
  // Dutch, Swedish, Danish, Norwegian
  `lees (?:verder|het hele artikel) ?(?:met|als|voor|met een)?${REST}|(?:dit )?artikel is (?:alleen )?(?:exclusief )?voor abonnees${REST}`,
  `(?:logga in|bli prenumerant|prenumerera) för att (?:läsa|fortsätta)${REST}|läs (?:vidare|hela artikeln) (?:med|som|för)${REST}`,
  `(?:log ind|bliv abonnent|køb abonnement) for at (?:læse|fortsætte)${REST}|(?:logg inn|bli abonnent) for å (?:lese|fortsette)${REST}`,
  // Polish
  `(?:aby|żeby) (?:czytać dalej|przeczytać (?:całość|cały|resztę)|kontynuować czytanie)${REST}|czytaj (?:dalej|całość)${REST}|(?:artykuł|tekst|treść) (?:jest )?(?:tylko|dostępn[ya]|dostępne) (?:tylko )?dla (?:prenumeratorów|subskrybentów)${REST}`,
  // Russian, Ukrainian
  `(?:чтобы|для того чтобы) (?:читать|прочитать|продолжить|дочитать)${REST}|продолжение (?:доступно|статьи|читайте)${REST}|читать (?:полностью|далее|дальше|продолжение)${REST}`,
  `(?:эта |этот )?(?:статья|материал|текст|полный текст) доступ(?:на|ен) (?:только )?(?:для )?(?:по )?подписчик${REST}|(?:полный текст )?доступ(?:ен|но) (?:только )?(?:по подписке|подписчикам)${REST}`,
  `(?:щоб|аби) (?:читати|прочитати|продовжити)${REST}|читати (?:повністю|далі)${REST}`,
  // Greek, Romanian, Czech, Hungarian
  `(?:συνέχεια|συνεχίστε την) ανάγνωση${REST}|διαβάστε (?:τη συνέχεια|ολόκληρο)${REST}`,
  `(?:citește|citeşte) (?:mai departe|continuarea|tot articolul)${REST}|pentru a citi (?:mai departe|tot|întregul)${REST}`,
  `(?:pro )?pokračování (?:čtení|článku)${REST}|(?:číst|čtěte) dál${REST}|a (?:teljes )?cikk (?:csak )?előfizető${REST}`,
  // Arabic, Persian, Hebrew
  `(?:تابع|أكمل|لمتابعة|لإكمال|لمواصلة|واصل) (?:القراءة|قراءة)${REST}|(?:هذا )?(?:المقال|المحتوى) (?:متاح|مخصص|حصري) (?:فقط )?للمشتركين${REST}`,
  `(?:برای )?ادامه (?:مطلب|خواندن)${REST}|(?:להמשך|המשך) קריאה${REST}|(?:כתבה|הכתבה) (?:זו )?למנויים${REST}`,
  // Chinese, Japanese, Korean
  `(?:登录|登入|订阅|訂閱|付费|付費|开通会员|開通會員|扫码|掃碼|下载|下載).{0,20}(?:后|後|以|即可|继续|繼續|查看|阅读|閱讀).{0,40}(?:全文|阅读|閱讀|更多)?|(?:继续|繼續|展开|展開)阅?(?:读|閱讀|全文)${REST}|(?:阅读|閱讀|查看)(?:全文|更多|余下|餘下)${REST}|(?:剩余|剩餘).{0,20}(?:付费|付費|订阅|訂閱).{0,30}`,
  `(?:この|本)?(?:記事|コンテンツ)は(?:有料)?会員(?:限定|専用|の方)${REST}|残り.{0,12}(?:文字|字)${REST}|続きを(?:読む|お読み|ご覧).{0,40}|(?:ログイン|会員登録)(?:して|すると|で)続き.{0,40}`,
  `(?:이|본) (?:기사|콘텐츠)는 (?:유료 )?(?:구독자|회원) ?(?:전용|만)${REST}|(?:계속|이어서) (?:읽기|읽으려면)${REST}|(?:로그인|구독) ?(?:하고|후|하면).{0,20}(?:전문|계속|기사).{0,30}`,
];

/** One line that says that more was to come. */
export const CUT_HERE = new RegExp(`^[\\s"“«([>*•–—-]*(?:${LINES.join('|')})[\\s.…!?»”")\\]>→›]*$`, 'iu');
