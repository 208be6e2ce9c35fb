/** Anything kept: a record with a number of its own. */
export interface Row {
  id: number;
}

export type Touch = (table: string, id: number, row: Row | null) => void;

/**
 * Records of one kind, in order of id as they came. A record is changed in place and then saved: saving is what makes
 * the change reach the journal.
 */
export class Table<T extends Row> {
  readonly name: string;
  private readonly rows = new Map<number, T>();
  private readonly groups = new Map<string | number, T[]>();
  private readonly touch: Touch;
  private readonly groupOf: ((row: T) => string | number | null) | undefined;

  /** `groupOf` makes `by(key)` quick; the key of a record must never change. */
  constructor(name: string, touch: Touch, groupOf?: (row: T) => string | number | null) {
    this.name = name;
    this.touch = touch;
    this.groupOf = groupOf;
  }

  get(id: number | null | undefined): T | undefined {
    return id == null ? undefined : this.rows.get(id);
  }

  all(): T[] {
    return [...this.rows.values()];
  }

  find(matches: (row: T) => boolean): T | undefined {
    for (const row of this.rows.values()) if (matches(row)) return row;
    return undefined;
  }

  /** The records of one group, oldest first. The array is the table's own: read it, do not change it. */
  by(key: string | number): readonly T[] {
    return this.groups.get(key) ?? [];
  }

  get size(): number {
    return this.rows.size;
  }

  save(row: T): T {
    this.keep(row);
    this.touch(this.name, row.id, row);
    return row;
  }

  delete(id: number): void {
    this.forget(id);
    this.touch(this.name, id, null);
  }

  /** What the journal says happened before; nothing is written again. */
  restore(id: number, row: T | null): void {
    if (row) this.keep(row);
    else this.forget(id);
  }

  private keep(row: T): void {
    const known = this.rows.get(row.id);
    this.rows.set(row.id, row);
    const key = this.groupOf?.(row);
    if (key === null || key === undefined) return;
    const group = this.groups.get(key);
    if (!group) this.groups.set(key, [row]);
    else if (!known) group.push(row);
    else if (known !== row) group[group.indexOf(known)] = row;
  }

  private forget(id: number): void {
    const row = this.rows.get(id);
    this.rows.delete(id);
    const key = row && this.groupOf?.(row);
    if (row && key !== null && key !== undefined)
      this.groups.set(
        key,
        (this.groups.get(key) ?? []).filter((other) => other !== row),
      );
  }
}
