/** The settings of this process, read once. Wrong values end the build with one clear message each. */
import { readSettings } from './settings.ts';

export const settings = readSettings(process.env);
