/** What hardly ever stands on the first screen: in src/styles/layout.css the same. */
export const FAR_BLOCKS = 'main>.block~.block,.timetable__day~*,.registration,.foot';
