import { fold } from './fold.ts';

/**
 * Words that hold sentences together and say nothing of what they are about, by language (ISO 639-1). For suggestions only: search finds
 * them all. Words shorter than four letters are never suggested and are not listed.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: `about above after again against almost along already also although always among another anyone anything around away back became
    because become been before began behind being below best better between both came cannot come could didn does doing done down during each
    either else even ever every everyone everything fact from gave gets give given gives goes going gone good great have having here herself himself
    however into isn itself just keep kept know known large last later least less like likely little long look looked lot made make makes making
    many maybe might more most much must myself near need never next nothing often once only onto other others ours ourselves over part
    perhaps put quite rather really said same says second seem seemed seems shall should since small some someone something sometimes soon still
    such sure take taken tell than that their theirs them themselves then there therefore these they thing things think this those though thought
    three through thus time times together told took toward towards turn under until upon used uses using usually very want wanted wasn ways well went
    were what whatever when where whether which while whole whom whose will with within without would years your yours yourself`,
  de: `aber alle allem allen aller alles also andere anderen anderer anderes auch beim bereits besser bevor bisher damit dann daran darauf daraus darin
    darum darunter dass davon davor dazu dein deine denen denn dennoch derer deren deshalb dessen diese diesem diesen dieser dieses doch dort durch
    eben ebenfalls eher eine einem einen einer eines einfach einige einigen einmal erst etwa etwas euch ganz gegen geht gewesen gibt gleich haben hatte
    hatten hätte hier hinter ihm ihnen ihre ihrem ihren ihrer immer indem jede jedem jeden jeder jedes jedoch jemand jetzt kann kein keine keinen
    konnte können könnte lange lassen macht machen manche mehr mein meine meisten muss musste müssen nach nachdem nicht nichts noch nun oder ohne
    schon sehr sein seine seinem seinen seiner seit selbst sich sind sogar solche soll sollen sollte sondern sonst soweit trotz über unser unsere unter viel viele
    vielen vielleicht vom von vor wann waren warum weil weiter welche welcher wenig wenn werde werden wieder will wird wirklich wollen worden wurde wurden
    während zum zur zwar zwei zwischen`,
  fr: `ainsi alors après assez aucun aucune aujourd auquel aussi autant autre autres avaient avait avant avec avoir beaucoup bien cela celle celles
    celui cependant certains ceux chaque chez comme comment contre dans depuis derrière devant devrait dire dont donc elle elles encore enfin entre était
    étaient étant être eux faire fait fois font hors ici jamais jusqu laquelle lequel lesquels leur leurs lorsque mais malgré même mêmes mieux moins notamment
    notre nous parce parfois parmi pendant peut peuvent plus plusieurs plutôt pour pourquoi pourtant pouvait près presque puis quand quel quelle quelles quelque
    quelques quels quoi sans selon sera serait seulement sinon sont sous souvent suis surtout tandis tant tous tout toute toutefois toutes très trop vers voici
    voilà voire votre vous`,
  es: `además ahora algo alguien algún alguna algunas alguno algunos ante antes aquel aquella aquí aunque bajo bastante bien cada casi como cómo contra
    cual cuáles cualquier cuando cuándo cuanto dentro desde después donde dónde durante ella ellas ellos entonces entre eran esas ese esos esta está estaba
    están estar estas este esto estos fueron gran había habían hace hacer hacia hasta incluso jamás luego mayor mejor menos mientras mismo mucha muchas mucho
    muchos nada nadie ningún ninguna nosotros nuestra nuestro nunca otra otras otro otros para pero poco porque pues puede pueden quien quién quienes sean según
    sido siempre sino sobre solo sólo somos tal también tampoco tanto tener tenía tiene tienen toda todas todavía todo todos unas unos usted varios veces
    vosotros`,
  it: `alla alle allora altra altre altri altro anche ancora anni aveva avere avevano bene che chi come con cosa così cui dalla dalle dallo degli della delle
    dello dentro dopo dove dunque durante ecco era erano essere fare fino forse fosse fuori già gli hanno infatti invece loro mai meno mentre molta molte molti
    molto nella nelle nello nessuno niente nostra nostro nulla ogni oltre oppure ora perché però persone poco poi prima proprio qualche quale quali qualcosa quando
    quanto quella quelle quelli quello questa queste questi questo quindi sarà sempre senza sono sopra sotto stata stati stato sugli sulla sulle suoi tanto
    tra troppo tutta tutte tutti tutto una uno verso`,
  pt: `ainda além algo alguém algum alguma alguns antes apenas aquela aquele aqui assim através cada como contra depois desde dessa desse desta deste
    disso dela dele deles desde durante elas eles enquanto entre então eram essa essas esse esses esta está estão estas estava este estes fazer foram
    hoje isso isto lhes maior mais mas melhor menos mesma mesmo muita muitas muito muitos nada nessa nesse nesta neste nossa nosso nunca onde outra outras
    outro outros para pela pelas pelo pelos perante pode podem pois porque pouco qual qualquer quando quanto quem seja sempre sendo seus sido sobre
    somente suas também tanto tem têm tinha toda todas todo todos tudo umas vezes você`,
  nl: `aan achter al alleen alles als altijd ander andere anders been beter bij daar daarna daarom dan dat deze die dit doch doen door dus echter
    een eens eerst elke enkele even geen gewoon goed haar had hebben heeft heel hem hen het hier hoe hun iedere iemand iets jaar jullie kan konden
    kunnen later maar maken meer meest men met mijn misschien moet moeten naar niet niets nog nooit onder ons onze ook over pas samen sinds soms
    steeds tegen terwijl tijdens toch toen tot tussen uit van vaak veel verder voor vooral waar waarom wanneer want waren wat weer welke werd werden
    wie wij wilde worden wordt zal zelf zich zij zijn zo zoals zonder zou zouden`,
  ru: `более больше будет будут была были было быть вам вами вас ваш ведь весь вместе вот всегда всего всех вся даже для должен другие другой
    других если есть ещё здесь или именно иногда итак как какая какой когда кого конечно которая которого которое которой котором которые который
    которых кроме кто куда лишь лучше между меня мне много может можно мой надо нами нас наш него нельзя несколько нет нибудь никогда ними ничего
    но ну однако она они оно опять очень под пока после потом потому почему почти при про просто раз разве сам себе себя сейчас снова со совсем
    стал стала стали также такая такие такой там тебя тем теперь тогда того тоже только том тот три туда тут тысяч уже хорошо хотя чего чем через
    что чтобы чуть эта эти этих этого этой этом этот`,
  tr: `acaba altı ama ancak aslında ayrıca bana bazen bazı belki ben beri bile bin biraz birçok biri birkaç birlikte böyle bunlar bunu bunun bütün
    çok çünkü daha dahil değil diğer diye dolayı eden ederek edilen eğer elbette fakat falan gibi göre hala halen hangi hatta hem hemen henüz hep
    hepsi her herhangi herkes hiçbir için içinde ile ilgili ise itibaren kadar karşı kendi kendini kez kim kimse madem mı nasıl neden nedenle nerede
    niçin niye olan olarak oldu olduğu olduğunu olması olmaz olsa olup olur ona onlar onları onun orada önce öyle oysa rağmen sadece sanki sonra
    şekilde şey şeyler şimdi şöyle şunlar tabii tarafından tüm üzere üzerinde vardı veya yani yapılan yapmak yerine yine yoksa zaten zira`,
  az: `amma ancaq artıq bax bəlkə bəzi belə beləliklə bəli birgə bütün bunlar bunu bunun burada çox çünki daha deyil digər edən edir elə əgər əlbəttə
    ən əslində əvvəl gərək görə hamı hansı hələ həm həmçinin həmin hər hərçənd heç heçnə idi indi isə kimi kim lakin lazım məhz mən mənim nəyə necə
    niyə olan olaraq olduğu olub olur onda onlar onları onun orada ötrü özü qədər qarşı sadəcə səhv sizin sonra şey tərəfindən təkcə üçün üzərində
    üzrə vardı yalnız yaxud yenə yəni yoxsa`,
  ar: `الذي الذين التي اللذان اللتان إذا إلى أمام أنها أنهم أيضا أكثر بعد بعض بين تحت تكون تلك ثم جدا حتى حول حيث حين خلال دون ذلك سوف سوى عند عندما
    على عليه عليها عنها غير فقط فيها فيه قبل قد كان كانت كانوا كذلك كما كيف لأن لدى لقد لكن لم لماذا لها لهم ليس ليست مثل معه معها منذ منها منه
    نحو هذا هذه هناك هنا هؤلاء هو هي والتي والذي وقد وكان ولكن وهو وهي يكون يمكن`,
};

const folded = new Map<string, ReadonlySet<string>>();

function setOf(language: string): ReadonlySet<string> {
  const known = folded.get(language);
  if (known) return known;
  const set = new Set((WORDS[language] ?? '').split(/\s+/).filter(Boolean).map(fold));
  folded.set(language, set);
  return set;
}

/** Whether a folded word says nothing in that language (`en`, `de-CH`); of a text whose language is not known, in any. */
export function isStopWord(word: string, language: string | null): boolean {
  const own = language?.toLowerCase().split('-')[0];
  if (own !== undefined && WORDS[own] !== undefined) return setOf(own).has(word);
  return Object.keys(WORDS).some((each) => setOf(each).has(word));
}
