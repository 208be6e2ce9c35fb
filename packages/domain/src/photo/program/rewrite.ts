import sharp from "sharp";
import { readHeic } from "./read-heic.ts";

/** As many as the cameras of phones have that make files of less than ten megabytes. */
export const mostPixels = 50_000_000;
const longestSide = 2000;

sharp.cache(false);
sharp.concurrency(1);
// Only the readers we need: no SVG, no PDF, no ImageMagick, whatever a file's bytes say later on.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

/**
 * Decodes the first frame and writes it anew as WebP, upright and at most 2,000 pixels long. Nothing of the file is
 * carried over but its pixels: no place, no camera, no thumbnail, no trailing bytes. Throws for what is no photo.
 */
export async function rewrite(
  bytes: Buffer,
  kind: string,
): Promise<{ picture: Buffer; width: number; height: number }> {
  const limits = { limitInputPixels: mostPixels, failOn: "error", pages: 1, sequentialRead: true } as const;
  const source = kind === "heic" ? await readHeic(bytes, mostPixels) : null;
  const image = source ? sharp(source.pixels, { raw: source.shape }) : sharp(bytes, limits).rotate();
  const { data, info } = await image
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  return { picture: data, width: info.width, height: info.height };
}
