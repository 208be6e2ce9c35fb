/** Thrown when a shop's app is not there (any more): nothing can be read or sent until it is connected again. */
export class NotInstalled extends Error {}
