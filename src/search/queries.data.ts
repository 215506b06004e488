/**
 * What people type and where they mean to go, over the real catalogue.
 * Each line: the query as typed, then the acceptable answers (any of them counts), as `kind/id`.
 * A query with several right doors (three makers of lifts) names them all.
 * The first part was written before the search existed; the second afterwards, from other sources of error.
 */
export interface QueryCase {
  readonly query: string;
  readonly wants: readonly string[];
}

function cases(rows: readonly (readonly [string, string])[]): readonly QueryCase[] {
  return rows.map(([query, wants]) => ({ query, wants: wants.split(' ') }));
}

const chocolate = 'enterprise/babaevskiy enterprise/roza-eynema';
const lifts =
  'enterprise/shcherbinskiy-liftostroitelnyy-zavod enterprise/karacharovskiy-mehanicheskiy-zavod enterprise/moslift enterprise/mel';
const aircraft = 'enterprise/tupolev enterprise/il enterprise/zavod-oak industry/aerospace';
const cosmetics = 'enterprise/faberlic enterprise/svoboda industry/chemistry-composites';
const chips = 'enterprise/mikron enterprise/angstrem enterprise/smart-sistemz';
const cables = 'enterprise/moskabelmet enterprise/npp-spetskabel enterprise/svyazstroydetal';

/** Written before the code. */
export const WRITTEN_BEFORE: readonly QueryCase[] = cases([
  // Plain words and their forms.
  ['микрон', 'enterprise/mikron'],
  ['МИКРОНА', 'enterprise/mikron'],
  ['шоколад', chocolate],
  ['шоколадом', chocolate],
  ['мороженое', 'enterprise/baskin-robbins'],
  ['на фабрику мороженого', 'enterprise/baskin-robbins'],
  ['сыр', 'enterprise/karat'],
  ['лифты', lifts],
  ['кабели', cables],
  ['обувь', 'enterprise/ralf-ringer enterprise/ortomoda industry/textile-fashion'],
  ['хлебом', 'enterprise/nii-hlebopekarnoy-promyshlennosti'],
  ['чипсы', 'enterprise/moskovskiy-kartofel'],
  ['лекарства', 'enterprise/makiz-farma enterprise/servye industry/pharma-medical'],
  ['ракеты', 'enterprise/centr-khrunicheva'],
  ['самолёты', aircraft],
  ['самолеты', aircraft],
  ['ёлочные игрушки', 'enterprise/kolomeev'],
  ['фабрика игрушки елочные', 'enterprise/kolomeev'],
  ['космос', 'industry/aerospace enterprise/centr-khrunicheva enterprise/centr-upravleniya-polyotami'],
  ['косметика', cosmetics],
  // Typos.
  ['шокалад', chocolate],
  ['шеколад', chocolate],
  ['шоколат', chocolate],
  ['мороженное', 'enterprise/baskin-robbins'],
  ['марожено', 'enterprise/baskin-robbins'],
  ['микрн', 'enterprise/mikron'],
  ['мкирон', 'enterprise/mikron'],
  ['никрон', 'enterprise/mikron'],
  ['бабаевскй', 'enterprise/babaevskiy'],
  ['бобаевский', 'enterprise/babaevskiy'],
  ['баскин робинс', 'enterprise/baskin-robbins'],
  ['черемушкии', 'enterprise/cheryomushki'],
  ['щербинский лифтостроительый', 'enterprise/shcherbinskiy-liftostroitelnyy-zavod'],
  ['туполеф', 'enterprise/tupolev'],
  ['лефты', lifts],
  ['касметика', cosmetics],
  ['микросхимы', chips],
  ['ювилирный', 'enterprise/estet industry/jewellery-craft'],
  ['очоково', 'enterprise/ochakovo'],
  ['фаберлик', 'enterprise/faberlic'],
  ['фоберлик', 'enterprise/faberlic'],
  ['нефтиперерабатывающий', 'enterprise/moskovskiy-npz'],
  ['хруничев', 'enterprise/centr-khrunicheva'],
  ['хруничива', 'enterprise/centr-khrunicheva'],
  // Keyboard layout.
  ['vbrhjy', 'enterprise/mikron'],
  ['ijrjkfl', chocolate],
  [',f,ftdcrbq', 'enterprise/babaevskiy'],
  ['"cntn', 'enterprise/estet'],
  ["'cntn", 'enterprise/estet'],
  ['xthtveirb', 'enterprise/cheryomushki'],
  ['kbans', lifts],
  ['cdj,jlf', 'enterprise/svoboda'],
  ['vjcrdbx', 'enterprise/moskvich'],
  ['сщсф сщдф', 'enterprise/coca-cola-hbc'],
  ['ьшлкщт', 'enterprise/mikron'],
  // Transliteration.
  ['renera', 'enterprise/renera'],
  ['mikron', 'enterprise/mikron'],
  ['shokolad', chocolate],
  ['scherbinka', 'enterprise/shcherbinskiy-liftostroitelnyy-zavod'],
  ['shcherbinka', 'enterprise/shcherbinskiy-liftostroitelnyy-zavod'],
  ['babaevsky', 'enterprise/babaevskiy'],
  ['babayevskiy', 'enterprise/babaevskiy'],
  ['tupolev', 'enterprise/tupolev'],
  ['moskvich', 'enterprise/moskvich'],
  ['baskin robbins', 'enterprise/baskin-robbins'],
  ['кока кола', 'enterprise/coca-cola-hbc'],
  ['faberlic', 'enterprise/faberlic'],
  ['moroz', 'enterprise/baskin-robbins'],
  // Names, abbreviations, compounds.
  ['нцк', 'enterprise/nck-kompozity'],
  ['НПЗ', 'enterprise/moskovskiy-npz'],
  ['цуп', 'enterprise/centr-upravleniya-polyotami'],
  ['микро электроника', 'enterprise/angstrem industry/electronics'],
  ['ральфрингер', 'enterprise/ralf-ringer'],
  ['вимм билль данн', 'enterprise/vimm-bill-dann'],
  ['вимбильдан', 'enterprise/vimm-bill-dann'],
  ['Open mosprom Москвич завод', 'enterprise/moskvich'],
  ['куда с ребёнком 7 лет', 'facet/age=7'],
  ['зеленоград', 'okrug/zelao enterprise/mikron enterprise/angstrem'],
]);

/** Written before the code: nothing of the programme answers these, so nothing may be shown. */
export const NOTHING_WRITTEN_BEFORE: readonly string[] = [
  'пицца',
  'динозавры',
  'погода на завтра',
  'купить квартиру',
  'такси',
  'кредит наличными',
  'футбол',
  'зоопарк',
  'аквапарк',
  'рецепт борща',
  'стрижка собак',
  'автошкола',
  'завод игристых вин',
  'фабрика ковров',
  'шиномонтаж',
  'эрмитаж',
  'владивосток',
  'iphone',
  'minecraft',
  'weather',
  'qwerty',
  'йцукен',
  'фывапролдж',
  'asdfgh',
];

/** Written afterwards, without tuning the code for each. */
export const WRITTEN_AFTER: readonly QueryCase[] = cases([
  // Questions as people ask them.
  ['где делают шоколад', chocolate],
  ['как делают мороженое', 'enterprise/baskin-robbins'],
  ['хочу посмотреть как собирают самолеты', aircraft],
  ['куда сходить с ребенком 10 лет', 'facet/age=10'],
  ['экскурсия для детей 12+', 'facet/age=12'],
  ['для 5 класса', 'facet/age=11'],
  ['сын семь лет ракеты', 'facet/age=7 enterprise/centr-khrunicheva'],
  ['где открыта запись', 'facet/open=1'],
  ['как записаться на экскурсию', 'page/rules facet/open=1'],
  ['экскурсии на завод микрон', 'enterprise/mikron'],
  ['завод микрон зеленоград', 'enterprise/mikron'],
  ['кондитерская фабрика бабаевская', 'enterprise/babaevskiy'],
  ['фабрика красный октябрь', 'enterprise/roza-eynema'],
  ['завод рено', 'enterprise/moskvich'],
  ['буран', 'enterprise/npo-molniya'],
  ['карта тройка', 'enterprise/mikron enterprise/smart-sistemz'],
  ['батарейки', 'enterprise/renera'],
  ['нефтезавод капотня', 'enterprise/moskovskiy-npz'],
  ['батончики бабаевского', 'enterprise/babaevskiy'],
  ['3д печать', 'enterprise/centr-additivnyh-tehnologiy'],
  ['3d принтер', 'enterprise/centr-additivnyh-tehnologiy'],
  ['зубная паста', 'enterprise/svoboda'],
  ['очки', 'enterprise/aykraft'],
  ['типография', 'enterprise/tisso industry/printing-media'],
  // Formats, industries, places, seasons, events.
  ['мастер класс', 'format/workshop'],
  ['мастеркласс', 'format/workshop'],
  ['дегустации', 'format/tasting'],
  ['дигустация', 'format/tasting'],
  ['музеи', 'format/museum enterprise/roza-eynema'],
  ['ночная экскурсия', 'format/night-excursion'],
  ['онлайн экскурсии', 'format/video-tour event/onlayn-ekskursii-2020'],
  ['хакатон', 'format/hackathon event/hakaton-2025'],
  ['новогодний квиз', 'event/novogodniy-kviz-2025'],
  ['studweek', 'event/mosprom-studweek-2022 event/mosprom-studweek-2023'],
  ['студвик', 'event/mosprom-studweek-2022 event/mosprom-studweek-2023'],
  ['август 2024', 'season/2024-08'],
  ['осенний сезон 2025', 'season/2025-09'],
  ['осений сезон 2025', 'season/2025-09'],
  ['ЮВАО', 'okrug/uvao'],
  ['юго-восток', 'okrug/uvao'],
  ['печатники', 'enterprise/moskvich enterprise/ekoplast enterprise/lassard'],
  [
    'технополис',
    'enterprise/nck-kompozity enterprise/mikron enterprise/angstrem enterprise/karacharovskiy-mehanicheskiy-zavod enterprise/ekoplast enterprise/lassard',
  ],
  ['контакты', 'page/contacts'],
  ['электроника', 'industry/electronics'],
  ['переработка мусора', 'industry/recycling-ecology enterprise/ekoplast enterprise/vtoralyuminprodukt'],
  // Errors of every kind.
  ['щербинка лифт', 'enterprise/shcherbinskiy-liftostroitelnyy-zavod'],
  ['карочаровский завод', 'enterprise/karacharovskiy-mehanicheskiy-zavod'],
  ['карачарово', 'enterprise/karacharovskiy-mehanicheskiy-zavod'],
  ['karacharovo', 'enterprise/karacharovskiy-mehanicheskiy-zavod'],
  ['втораллюминпродукт', 'enterprise/vtoralyuminprodukt'],
  ['цниитмаш', 'enterprise/cniitmash'],
  ['циитмаш', 'enterprise/cniitmash'],
  ['ангстрэм', 'enterprise/angstrem'],
  ['ангстерм', 'enterprise/angstrem'],
  ['анкстрем', 'enterprise/angstrem'],
  ['чиремушки', 'enterprise/cheryomushki'],
  ['ральф рингир', 'enterprise/ralf-ringer'],
  ['москобельмет', 'enterprise/moskabelmet'],
  ['молоко вимбиль дан', 'enterprise/vimm-bill-dann'],
  ['каламеев', 'enterprise/kolomeev'],
  ['елочные ирушки', 'enterprise/kolomeev'],
  ['лекраства', 'enterprise/makiz-farma enterprise/servye industry/pharma-medical'],
  ['дженсы', 'enterprise/plnb-dzhins'],
  ['абувь', 'enterprise/ralf-ringer enterprise/ortomoda industry/textile-fashion'],
  // Keyboard and alphabet.
  ['ytan', 'enterprise/moskovskiy-npz'],
  ['ult ltkf.n ijrjkfl', chocolate],
  ['fyucnhtv', 'enterprise/angstrem'],
  ['k.,bvsq fdnjvj,bkm', 'enterprise/moskvich'],
  ['hfrtns', 'enterprise/centr-khrunicheva'],
  ['angstrem', 'enterprise/angstrem'],
  ['hrunichev', 'enterprise/centr-khrunicheva'],
  ['khrunichev', 'enterprise/centr-khrunicheva'],
  ['xruniчев', 'enterprise/centr-khrunicheva'],
  ['cheremushki', 'enterprise/cheryomushki'],
  ['zavod moskvich', 'enterprise/moskvich'],
  ['moscow kartofel', 'enterprise/moskovskiy-kartofel'],
  ['морoженoе', 'enterprise/baskin-robbins'],
  ['vimm bill dann', 'enterprise/vimm-bill-dann'],
  ['svoboda kosmetika', 'enterprise/svoboda'],
  ['koka kola', 'enterprise/coca-cola-hbc'],
  ['coca-cola', 'enterprise/coca-cola-hbc'],
  [
    '«Открой#Моспром»',
    'page/about season/2021-04 season/2021-07 event/hakaton-2025 event/vystavka-mehanizmy-bolshogo-goroda',
  ],
  ['ОткройМоспром', 'page/about'],
]);

export const NOTHING_WRITTEN_AFTER: readonly string[] = [
  'маникюр',
  'бетон с доставкой',
  'ремонт холодильников',
  'казино онлайн бесплатно',
  'расписание электричек',
  'аптека',
  'собака',
  'гороскоп',
  'вакансии курьером',
  'санкт-петербург',
  'третьяковская галерея',
  'билеты на поезд в сочи',
  'завод пианино',
  'хоккей',
  'теннисный корт',
  'психолог',
  'грузоперевозки',
  'стиральный порошок',
  'netflix',
  'https://example.com/?id=1',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '🚀🚀🚀',
  '?!…',
  'ъъъъъ',
  'жжжжжжжж',
  'zzzzzz',
];

/**
 * A list held out: written by another hand from the content alone, before that hand saw this file or the code.
 * At first 87.6 % of it (of 290, with the plain ones that are not repeated here) were answered first and 89.0 %
 * among three; these are the ones that taught something, so that from here on they are tuned for like the rest.
 */
export const WRITTEN_FROM_OUTSIDE: readonly QueryCase[] = cases([
  // Words derived from a word with an error; vowels that come and go; compounds.
  ['шоколодная фабрика', chocolate],
  ['сырки', 'enterprise/karat'],
  ['нефтезавод', 'enterprise/moskovskiy-npz'],
  ['связь строй деталь', 'enterprise/svyazstroydetal'],
  ['мос кабель мет', 'enterprise/moskabelmet'],
  ['утполев', 'enterprise/tupolev'],
  ['чорёмушки', 'enterprise/cheryomushki'],
  ['окрохолдинг московский', 'enterprise/agroholding-moskovskiy'],
  ['чибсы', 'enterprise/moskovskiy-kartofel'],
  // Alphabets.
  ['4eremushki', 'enterprise/cheryomushki'],
  ['cheriomushki', 'enterprise/cheryomushki'],
  ['sherbinskiy', 'enterprise/shcherbinskiy-liftostroitelnyy-zavod'],
  ['HПО Mолния', 'enterprise/npo-molniya'],
  ['af,hbrf buheitr', 'enterprise/kolomeev enterprise/moskovskiy-kombinat-igrushek'],
  // Words for what is made.
  ['духи', cosmetics],
  ['огурцы', 'enterprise/agroholding-moskovskiy'],
  ['кольца и серьги', 'enterprise/estet industry/jewellery-craft'],
  ['электромобиль', 'enterprise/moskvich industry/transport-auto'],
  ['куда сходить посмотреть как делают мороженое', 'enterprise/baskin-robbins'],
  // Age.
  ['семилетнему', 'facet/age=7'],
  ['внуку восемь лет', 'facet/age=8'],
  // Places by name, by metro, by side of the city.
  ['метро текстильщики', 'enterprise/moskvich'],
  ['м. авиамоторная', 'enterprise/moskabelmet'],
  ['район печатники', 'enterprise/moskvich enterprise/ekoplast enterprise/lassard'],
  ['новая москва', 'okrug/nao okrug/tao'],
  ['центр москвы', 'okrug/cao'],
  ['западный округ', 'okrug/zao'],
  // Seasons and events.
  ['весна 2026', 'season/2026-03'],
  ['лето 2025', 'season/2025-06'],
  ['хруничев весна 2026', 'enterprise/centr-khrunicheva season/2026-03'],
  ['сезон день города', 'season/2025-09-den-goroda'],
  ['новый год квиз', 'event/novogodniy-kviz-2025'],
  ['концерт на заводе', 'format/concert event/mosprom-vdohnovlyaet-2022'],
  // Questions about the rules.
  ['паспорт нужен', 'page/rules'],
  ['бесплатно', 'page/rules page/about'],
  // Known misses, kept as they are: a name in three pieces with errors in each, a rare spelling.
  ['вим биль дан', 'enterprise/vimm-bill-dann'],
  ['tissot', 'enterprise/tisso'],
]);

export const NOTHING_WRITTEN_FROM_OUTSIDE: readonly string[] = [
  'кремль',
  'часы',
  'велосипед',
  'трактор',
  'фарфор',
  'пылесос',
  'казань',
  'вакансии',
  'ипотека',
  'крокодил',
  'колбаса',
  'hello world',
  'биткоин',
  'москва сити',
  'цирк',
  'планетарий',
  'автобус 705',
];
