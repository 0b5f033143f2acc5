/** Tianye's own version, as results that leave the program carry it. A test holds it to the package's. */
export const VERSION = '0.1.0'
