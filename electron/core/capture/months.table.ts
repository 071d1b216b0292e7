/**
 * Month names by number (1–12), lower case, accents kept and without a trailing dot; inflected forms where dates use them. A prefix of at
 * least three letters of a name in the Latin alphabet also counts (`sept`, `févr`), so abbreviations are listed only where they differ.
 */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  // prettier-ignore
  ['january', 'ocak', 'yanvar', 'januar', 'jänner', 'janvier', 'enero', 'gennaio', 'janeiro', 'januari', 'января', 'январь', 'січня', 'stycznia', 'styczeń', 'leden', 'ledna', 'ianuarie', 'január', 'tammikuu', 'tammikuuta', 'ιανουαρίου', 'يناير', 'كانون الثاني', 'ژانویه', 'қаңтар', 'януари', 'gener', 'janar'],
  // prettier-ignore
  ['february', 'şubat', 'fevral', 'februar', 'feber', 'février', 'febrero', 'febbraio', 'fevereiro', 'februari', 'февраля', 'февраль', 'лютого', 'lutego', 'luty', 'únor', 'února', 'februarie', 'február', 'helmikuu', 'helmikuuta', 'φεβρουαρίου', 'فبراير', 'شباط', 'فوریه', 'ақпан', 'февруари', 'febrer', 'shkurt'],
  // prettier-ignore
  ['march', 'mar', 'mart', 'märz', 'maerz', 'mrz', 'mars', 'marzo', 'março', 'maart', 'mrt', 'марта', 'март', 'березня', 'marca', 'marzec', 'březen', 'března', 'martie', 'március', 'maaliskuu', 'maaliskuuta', 'μαρτίου', 'مارس', 'آذار', 'наурыз', 'març', 'maret', 'marts'],
  // prettier-ignore
  ['april', 'nisan', 'aprel', 'avril', 'abril', 'aprile', 'апреля', 'апрель', 'квітня', 'kwietnia', 'kwiecień', 'duben', 'dubna', 'aprilie', 'április', 'huhtikuu', 'huhtikuuta', 'απριλίου', 'أبريل', 'ابريل', 'نيسان', 'آوریل', 'сәуір', 'април', 'prill'],
  // prettier-ignore
  ['may', 'mayıs', 'mai', 'mayo', 'maggio', 'maio', 'mei', 'maj', 'мая', 'май', 'травня', 'maja', 'květen', 'května', 'május', 'toukokuu', 'toukokuuta', 'μαΐου', 'مايو', 'أيار', 'مه', 'мамыр', 'maig'],
  // prettier-ignore
  ['june', 'haziran', 'iyun', 'juni', 'juin', 'junio', 'giugno', 'junho', 'июня', 'июнь', 'червня', 'czerwca', 'czerwiec', 'červen', 'června', 'iunie', 'június', 'kesäkuu', 'kesäkuuta', 'ιουνίου', 'يونيو', 'حزيران', 'ژوئن', 'маусым', 'юни', 'juny', 'qershor'],
  // prettier-ignore
  ['july', 'temmuz', 'iyul', 'juli', 'juillet', 'julio', 'luglio', 'julho', 'июля', 'июль', 'липня', 'lipca', 'lipiec', 'červenec', 'července', 'iulie', 'július', 'heinäkuu', 'heinäkuuta', 'ιουλίου', 'يوليو', 'تموز', 'ژوئیه', 'шілде', 'юли', 'juliol', 'korrik'],
  // prettier-ignore
  ['august', 'ağustos', 'avqust', 'août', 'aout', 'agosto', 'augustus', 'agustus', 'августа', 'август', 'серпня', 'sierpnia', 'sierpień', 'srpen', 'srpna', 'augusztus', 'elokuu', 'elokuuta', 'αυγούστου', 'أغسطس', 'اغسطس', 'آب', 'اوت', 'тамыз', 'agost', 'gusht', 'augusti'],
  // prettier-ignore
  ['september', 'eylül', 'sentyabr', 'septembre', 'septiembre', 'setiembre', 'settembre', 'setembro', 'сентября', 'сентябрь', 'вересня', 'września', 'wrzesień', 'září', 'septembrie', 'szeptember', 'syyskuu', 'syyskuuta', 'σεπτεμβρίου', 'سبتمبر', 'أيلول', 'سپتامبر', 'қыркүйек', 'септември', 'setembre', 'shtator'],
  // prettier-ignore
  ['october', 'ekim', 'oktyabr', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro', 'октября', 'октябрь', 'жовтня', 'października', 'październik', 'říjen', 'října', 'octombrie', 'október', 'lokakuu', 'lokakuuta', 'οκτωβρίου', 'أكتوبر', 'اكتوبر', 'تشرين الأول', 'اکتبر', 'қазан', 'октомври', 'tetor', 'okt'],
  // prettier-ignore
  ['november', 'kasım', 'noyabr', 'novembre', 'noviembre', 'novembro', 'ноября', 'ноябрь', 'листопада', 'listopada', 'listopad', 'listopadu', 'noiembrie', 'marraskuu', 'marraskuuta', 'νοεμβρίου', 'نوفمبر', 'تشرين الثاني', 'نوامبر', 'қараша', 'ноември', 'nëntor'],
  // prettier-ignore
  ['december', 'aralık', 'dekabr', 'dezember', 'décembre', 'diciembre', 'dicembre', 'dezembro', 'desember', 'декабря', 'декабрь', 'грудня', 'grudnia', 'grudzień', 'prosinec', 'prosince', 'decembrie', 'joulukuu', 'joulukuuta', 'δεκεμβρίου', 'ديسمبر', 'كانون الأول', 'دسامبر', 'желтоқсан', 'декември', 'desembre', 'dhjetor'],
];

/** Weekday names that stand before or after a date, lower case without a dot. */
// prettier-ignore
export const WEEKDAY_NAMES: ReadonlySet<string> = new Set([
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun',
  'pazartesi', 'salı', 'çarşamba', 'perşembe', 'cuma', 'cumartesi', 'pazar',
  'bazar ertəsi', 'çərşənbə axşamı', 'çərşənbə', 'cümə axşamı', 'cümə', 'şənbə', 'bazar',
  'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonnabend', 'sonntag', 'mo', 'di', 'mi', 'do', 'fr', 'sa', 'so',
  'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche',
  'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo',
  'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica',
  'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira',
  'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag',
  'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье',
  'понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя',
  'poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela',
  'الاثنين', 'الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد',
]);
