/** The facets of the enterprise list and of a season's timetable: labels, values, counts; at build time. Pure. */
import type { EnterpriseView, SessionView, Vocabulary } from '../domain/catalogue.ts';
import type { FacetItem } from '../domain/facets.ts';
import { countFacets, NO_SELECTION, USUAL_PLACE } from '../domain/facets.ts';
import { hoursOf } from '../domain/hours.ts';
import { takesApplications } from '../domain/registration-state.ts';
import { dayWithWeekday } from '../i18n/ru/dates.ts';
import { facets as words } from '../i18n/ru/facets.ts';
import type { Box } from './facet-letters.ts';
import { packLetters } from './facet-letters.ts';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** The long name, where the label is short. */
  readonly title?: string;
  readonly count: number;
  /** Place on the scheme of okrugs. */
  readonly column?: number;
  readonly row?: number;
}

export interface FacetGroup {
  readonly id: string;
  readonly label: string;
  readonly options: readonly FacetOption[];
}

/** The value of the okrug facet for enterprises whose okrug no source names. */
export const UNKNOWN_OKRUG = 'none';

function isSpecialZone(zone: string | undefined): boolean {
  return zone !== undefined && /ОЭЗ|особая экономическая/i.test(zone);
}

function ofEnterprise(enterprise: EnterpriseView): Record<string, string[]> {
  return {
    industry: [enterprise.industry.id],
    okrug: [enterprise.okrug?.id ?? UNKNOWN_OKRUG],
    zone: isSpecialZone(enterprise.zone) ? ['1'] : [],
  };
}

/** An enterprise as the facets see it at the build's instant. */
export function enterpriseItem(enterprise: EnterpriseView): FacetItem {
  return {
    values: {
      ...ofEnterprise(enterprise),
      format: enterprise.formats.map(({ id }) => id),
      place: [...new Set(enterprise.formats.map(({ online }) => (online === true ? 'online' : USUAL_PLACE)))],
      access: enterprise.access?.stepFree === 'full' ? ['full'] : [],
      open: enterprise.sessions.some(({ state }) => takesApplications(state)) ? ['1'] : [],
    },
    minAge: enterprise.admission?.minAge ?? null,
  };
}

/** A visit as the facets see it at the build's instant. */
export function sessionItem(session: SessionView): FacetItem {
  return {
    values: {
      ...ofEnterprise(session.enterprise),
      day: [session.date],
      hours: [hoursOf(session.time)],
      format: [session.format.id],
      place: [session.online ? 'online' : USUAL_PLACE],
      access: session.access?.stepFree === 'full' ? ['full'] : [],
      open: takesApplications(session.state) ? ['1'] : [],
    },
    minAge: session.admission.minAge ?? null,
  };
}

/** When an enterprise came into the programme, as exact as known: `joined`, else its first season. */
export function firstSeasonDay(enterprise: EnterpriseView): string | undefined {
  return enterprise.joined ?? enterprise.programmes.map(({ season }) => season.start).sort()[0];
}

/** The form of the facets: conditions that are one box each stand together, before the others. */
export function formOf(groups: readonly FacetGroup[]): { flags: FacetGroup[]; others: FacetGroup[] } {
  const { flags = [], others = [] } = Object.groupBy(groups, ({ options }) =>
    options.length === 1 ? 'flags' : 'others',
  );
  return { flags, others };
}

/** The boxes of the form in the order in which it shows them. */
export function boxesOf(groups: readonly FacetGroup[]): Box[] {
  const { flags, others } = formOf(groups);
  return [...flags, ...others].flatMap(({ id, options }) =>
    options.map(({ value }) => ({ name: id, value })),
  );
}

/** What all visits to an enterprise have in common; said once on a page of many. */
export function packCommon(enterprise: EnterpriseView, boxes: readonly Box[]): string {
  return packLetters({ values: ofEnterprise(enterprise), minAge: null }, boxes);
}

/** What a visit carries, without what its enterprise says for all. */
export function packVisit(session: SessionView, boxes: readonly Box[]): string {
  const { values, minAge } = sessionItem(session);
  const { format = [], place = [], access = [] } = values;
  return packLetters({ values: { format, place, access }, minAge }, boxes);
}

/** Facets of the enterprise list. */
export function enterpriseGroups(
  enterprises: readonly EnterpriseView[],
  vocabulary: Vocabulary,
): FacetGroup[] {
  return groupsOf(enterprises.map(enterpriseItem), vocabulary, []);
}

/** Facets of a timetable; a facet in which all visits are alike is left out. */
export function sessionGroups(sessions: readonly SessionView[], vocabulary: Vocabulary): FacetGroup[] {
  const days = [...new Set(sessions.map(({ date }) => date))];
  // No scheme here: what no visit has is left out of the okrugs too.
  return groupsOf(sessions.map(sessionItem), vocabulary, days).map((group) => ({
    ...group,
    options: group.options.filter(({ count }) => count > 0 || group.options.length === 1),
  }));
}

function groupsOf(
  items: readonly FacetItem[],
  vocabulary: Vocabulary,
  days: readonly string[],
): FacetGroup[] {
  const { industries, formats, okrugs } = vocabulary;
  const all: { id: string; label: string; options: Omit<FacetOption, 'count'>[] }[] = [
    {
      id: 'day',
      label: words.day,
      options: days.map((day) => ({ value: day, label: dayWithWeekday(day) })),
    },
    { id: 'hours', label: words.hours, options: valuesOf(words.hoursValues) },
    {
      id: 'industry',
      label: words.industry,
      options: industries.map(({ id, shortTitle, title }) => ({ value: id, label: shortTitle, title })),
    },
    {
      id: 'format',
      label: words.format,
      options: formats.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      id: 'okrug',
      label: words.okrug,
      options: [
        ...okrugs.map(({ id, shortTitle, title, column, row }) => ({
          value: id,
          label: shortTitle,
          title,
          column,
          row,
        })),
        { value: UNKNOWN_OKRUG, label: words.okrugUnknown },
      ],
    },
    { id: 'place', label: words.place, options: valuesOf(words.placeValues) },
    { id: 'open', label: words.conditions, options: [{ value: '1', label: words.open }] },
    { id: 'access', label: words.conditions, options: [{ value: 'full', label: words.access }] },
    { id: 'zone', label: words.conditions, options: [{ value: '1', label: words.zone }] },
  ];
  const definitions = all.map(({ id, options }) => ({ id, values: options.map(({ value }) => value) }));
  const counts = countFacets(items, NO_SELECTION, definitions);
  return all.flatMap(({ id, label, options }): FacetGroup[] => {
    const counted = options.map((option) => ({ ...option, count: counts.get(id)?.get(option.value) ?? 0 }));
    const used = counted.filter(({ count }) => count > 0);
    const isFlag = options.length === 1;
    // On the scheme the empty okrugs are part of the picture.
    const kept =
      id === 'okrug' ? counted.filter(({ count, column }) => count > 0 || column !== undefined) : used;
    // «Запись открыта» may become true while the page is open; other flags only when some entry has them.
    if (isFlag) return id === 'open' || used.length > 0 ? [{ id, label, options: counted }] : [];
    return used.length > 1 ? [{ id, label, options: kept }] : [];
  });
}

function valuesOf(record: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(record).map(([value, label]) => ({ value, label }));
}
