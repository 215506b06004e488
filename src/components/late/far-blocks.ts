/**
 * What hardly ever stands on a phone's first screen; where it does stand on a screen, the browser lays it out at once.
 * Outer ones before the inner: what is long follows in parts.
 * In src/styles/layout.css the same.
 */
export const FAR_BLOCKS =
  'main>.block~.block,main h2~h2~*,.timetable__day~*,.registration,.registration .field:nth-child(n+5),.foot';
