/** Of the bar that stays on top of every page, in pixels: heads of tables stay below it. */
export const BAR_HEIGHT = 48;
