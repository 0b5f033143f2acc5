/** Sizes of the grid in CSS px. The style sheets take them from here, as inline sizes. */
export const LINE = 28
export const COLUMN = 112
export const ROW_HEAD = 288
/** Line with the names of the columns, and each line below it with what they are out of. */
export const NAME_LINE = 30
export const HEAD_LINE = 20
