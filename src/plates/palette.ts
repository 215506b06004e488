/** Colours of the plates: paper and ink of the site, and a hue of its own for every industry. */
export type Hue = {
  /** On light paper: at least 5.7 to 1. */
  light: string;
  /** On dark paper. */
  dark: string;
};

export const PAPER = { light: '#F4F1EA', dark: '#1E2328' };
export const INK = { light: '#16191D', dark: '#ECE8DF' };

const HUES: Readonly<Record<string, Hue>> = {
  food: { light: '#7A5200', dark: '#E0A94A' },
  'metal-machinery': { light: '#A8321A', dark: '#FF8A66' },
  aerospace: { light: '#005C82', dark: '#6CC4EA' },
  electronics: { light: '#1E6B4A', dark: '#6FCBA0' },
  'transport-auto': { light: '#1F4E8C', dark: '#8CB8F0' },
  'chemistry-composites': { light: '#0F6466', dark: '#6CCBCB' },
  'pharma-medical': { light: '#3A4BA0', dark: '#A3B1FF' },
  'textile-fashion': { light: '#9B2457', dark: '#F58BB5' },
  energy: { light: '#5B3E99', dark: '#BBA2F2' },
  'construction-materials': { light: '#6B4A2B', dark: '#D3AC83' },
  'recycling-ecology': { light: '#43621A', dark: '#A8CB72' },
  'jewellery-craft': { light: '#7A2A6C', dark: '#E29AD6' },
  'printing-media': { light: '#4A5058', dark: '#A9AEB4' },
  other: { light: '#655700', dark: '#D5C25C' },
};

const UNKNOWN: Hue = { light: '#4A5058', dark: '#A9AEB4' };

/** The hue of an industry by its id in the vocabulary; graphite for an industry not known here. */
export function hueOf(industry: string): Hue {
  return Object.hasOwn(HUES, industry) ? (HUES[industry] ?? UNKNOWN) : UNKNOWN;
}
