/** A customer's photo of an item, as pages show it. The picture itself is read by `readPhoto`. */
export interface PhotoView {
  readonly id: string;
  readonly fulfillmentLineItemId: string;
  readonly width: number;
  readonly height: number;
}

export const mostPhotos = 8;
export const mostPhotoBytes = 10 * 1024 * 1024;

/** As a person gave it: the name is only ever said back to them. */
export interface GivenPhoto {
  readonly name: string;
  readonly bytes: Buffer;
}

export type PhotoProblem = "TooLarge" | "NotAPhoto" | "TooMany" | "PhotosOff" | "Busy";

export type PhotoKind = "jpeg" | "png" | "webp" | "heic";

/**
 * What the bytes say they are; the name and the browser's word count for nothing. Null for everything that is not
 * one of the four: SVG, GIF, AVIF, PDF and whatever else is not even handed to a decoder.
 */
export function photoKind(bytes: Buffer): PhotoKind | null {
  const ascii = (from: number, to: number) => bytes.subarray(from, to).toString("latin1");
  if (bytes.length < 24) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (ascii(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "webp";
  if (ascii(4, 8) === "ftyp" && heicBrands.has(ascii(8, 12))) return "heic";
  return null;
}

const heicBrands = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1"]);
