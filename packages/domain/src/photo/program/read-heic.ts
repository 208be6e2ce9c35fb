import decode from "heic-decode";

/** What iPhones write. sharp reads none of it (patents), libheif compiled to WebAssembly does, in its own sandbox. */
export async function readHeic(bytes: Buffer, mostPixels: number) {
  const images = await decode.all({ buffer: bytes });
  const [first] = images;
  if (!first || first.width < 1 || first.height < 1) throw new Error("There is no picture in it");
  if (first.width * first.height > mostPixels) throw new Error("Too many pixels");
  const { data, width, height } = await first.decode();
  return {
    pixels: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    shape: { width, height, channels: 4 as const },
  };
}
