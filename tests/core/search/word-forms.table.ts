/** Words by language: every group is the forms of one word. Beside each other stand words that are easily taken for forms of another. */
export const FORMS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [
    ['election', 'elections'], ['elect', 'elects', 'elected', 'electing'], ['elector', 'electors'], ['city', 'cities'], ['cite', 'cites', 'cited', 'citing'],
    ['study', 'studies', 'studied', 'studying'], ['student', 'students'], ['university', 'universities'], ['universe', 'universes'],
    ['organ', 'organs'], ['organization', 'organizations'], ['news'], ['new'], ['house', 'houses', 'housed', 'housing'], ['wolf', 'wolves'],
    ['child', 'children'], ['man', 'men'], ['woman', 'women'], ['run', 'runs', 'running', 'ran'], ['make', 'makes', 'making', 'made'],
    ['stop', 'stops', 'stopped', 'stopping'], ['policy', 'policies'], ['police', 'policed', 'policing'], ['politics'], ['bus', 'buses'], ['crisis'],
    ['company', 'companies'], ['country', 'countries'], ['county', 'counties'], ['general', 'generals'], ['generate', 'generates', 'generated', 'generating'],
    ['generation', 'generations'], ['report', 'reports', 'reported', 'reporting'], ['reporter', 'reporters'], ['unit', 'units'], ['united'],
    ['even'], ['evening', 'evenings'], ['win', 'wins', 'winning', 'won'], ['wine', 'wines'], ['king', 'kings'], ['thing', 'things'], ['box', 'boxes'],
  ],
  tr: [
    ['kitap', 'kitaplar', 'kitabı', 'kitapları', 'kitapta', 'kitaplarda'], ['kitabe', 'kitabeler'], ['haber', 'haberler', 'haberleri', 'haberin', 'haberlerde'],
    ['seçim', 'seçimler', 'seçimleri', 'seçimde', 'seçimlerde', 'seçimin'], ['seçmen', 'seçmenler', 'seçmenleri'], ['şehir', 'şehirler', 'şehirde', 'şehirleri', 'şehirlerde'],
    ['ev', 'evler', 'evde', 'evleri', 'evlerde'], ['devlet', 'devletler', 'devletin', 'devletleri'], ['deve', 'develer'], ['yıl', 'yıllar', 'yılda', 'yıllarda'],
    ['yıldız', 'yıldızlar', 'yıldızları'], ['ülke', 'ülkeler', 'ülkede', 'ülkeleri'], ['okul', 'okullar', 'okulda', 'okulları'], ['hükümet', 'hükümetin', 'hükümetler'],
    ['kadın', 'kadınlar', 'kadınları', 'kadının'], ['çocuk', 'çocuklar', 'çocukları', 'çocuğu'], ['göz', 'gözler', 'gözleri'], ['gözlük', 'gözlükler'],
  ],
  de: [
    ['Haus', 'Hauses', 'Häuser', 'Häusern'], ['Haut'], ['Wahl', 'Wahlen'], ['Wal', 'Wale', 'Walen'], ['Kind', 'Kinder', 'Kindern', 'Kindes'],
    ['Stadt', 'Städte', 'Städten'], ['Staat', 'Staaten', 'Staates'], ['Regierung', 'Regierungen'], ['Regen'], ['Partei', 'Parteien'], ['Party', 'Partys'],
    ['Land', 'Länder', 'Ländern', 'Landes'], ['Gesetz', 'Gesetze', 'Gesetzes', 'Gesetzen'], ['groß', 'große', 'großen', 'großer', 'großes'],
    ['Frau', 'Frauen'], ['Jahr', 'Jahre', 'Jahren', 'Jahres'], ['Buch', 'Bücher', 'Büchern', 'Buches'], ['Buche', 'Buchen'], ['Zeitung', 'Zeitungen'], ['Zeit', 'Zeiten'],
  ],
  ru: [
    ['выборы', 'выборов', 'выборах', 'выборам'], ['город', 'города', 'городе', 'городов', 'городу'], ['книга', 'книги', 'книгу', 'книге', 'книгами'],
    ['новость', 'новости', 'новостей', 'новостями'], ['новый', 'новая', 'новые', 'новых', 'новому'], ['страна', 'страны', 'стране', 'странах'], ['странный', 'странная', 'странные'],
    ['президент', 'президента', 'президенту', 'президентом'], ['война', 'войны', 'войне', 'войну'], ['воин', 'воина', 'воины'], ['закон', 'закона', 'законы', 'законов'],
    ['правительство', 'правительства', 'правительству'], ['газета', 'газеты', 'газете', 'газету'], ['газ', 'газа', 'газом'], ['дом', 'дома', 'домов'], ['дума', 'думы', 'думе'],
  ],
  fr: [
    ['élection', 'élections'], ['électeur', 'électeurs'], ['gouvernement', 'gouvernements'], ['gouverneur', 'gouverneurs'], ['maison', 'maisons'], ['national', 'nationale', 'nationales'],
    ['nation', 'nations'], ['nouveau', 'nouveaux'], ['ville', 'villes'], ['villa', 'villas'], ['étudiant', 'étudiante', 'étudiants', 'étudiantes'], ['étude', 'études'],
    ['loi', 'lois'], ['loin'], ['journal'], ['ministre', 'ministres'], ['ministère', 'ministères'], ['parler', 'parlé', 'parlent', 'parlait'], ['parlement', 'parlements'],
    ['été', 'étés'], ['grand', 'grande', 'grands', 'grandes'], ['livre', 'livres'],
  ],
  es: [
    ['elección', 'elecciones'], ['elector', 'electores'], ['gobierno', 'gobiernos'], ['gobernador', 'gobernadores'], ['ciudad', 'ciudades'], ['ciudadano', 'ciudadanos', 'ciudadana'],
    ['niño', 'niños', 'niña', 'niñas'], ['casa', 'casas'], ['caso', 'casos'], ['ley', 'leyes'], ['país', 'países'], ['paisaje', 'paisajes'], ['mujer', 'mujeres'],
    ['noticia', 'noticias'], ['nuevo', 'nueva', 'nuevos', 'nuevas'], ['nueve'], ['trabajo', 'trabajos'], ['trabajador', 'trabajadores'], ['hablar', 'habló', 'hablando', 'hablan'],
    ['presidente', 'presidentes'], ['libro', 'libros'], ['libre', 'libres'],
  ],
}; // prettier-ignore
