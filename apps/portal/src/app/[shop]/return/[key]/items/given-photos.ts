export interface GivenPhoto {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The photos in the items form, per item: `photo.{id}`, as many as were chosen. An empty field sends a file without a name. */
export async function givenPhotos(form: FormData): Promise<Map<string, GivenPhoto[]>> {
  const given = new Map<string, GivenPhoto[]>();
  for (const [name, value] of form) {
    if (!name.startsWith("photo.") || typeof value === "string" || isEmptyField(value)) continue;
    const item = name.slice("photo.".length);
    const photo = { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
    given.set(item, [...(given.get(item) ?? []), photo]);
  }
  return given;
}

function isEmptyField({ name, size }: File): boolean {
  return name === "" && size === 0;
}
