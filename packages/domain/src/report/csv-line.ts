import { stringify } from "csv-stringify/sync";

export interface Export {
  readonly name: string;
  /** The file, piece by piece: a page of rows at a time, however many there are. */
  readonly text: AsyncGenerator<string>;
}

/** A spreadsheet must not take a name for a formula; money stands as decimals without separators. */
const options = { escape_formulas: true, record_delimiter: "windows" } as const;

/** One line of a file for a spreadsheet. */
export function line(...cells: readonly (string | number | null)[]): string {
  return stringify([[...cells]], options);
}

/** The first line: by the mark before it Excel knows that O’Keeffe and Björk are written in UTF-8. */
export function heading(...cells: readonly string[]): string {
  return `\ufeff${line(...cells)}`;
}
