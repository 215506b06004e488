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
const aircraft =
  'enterprise/tupolev enterprise/il enterprise/zavod-oak industry/aerospace';
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
