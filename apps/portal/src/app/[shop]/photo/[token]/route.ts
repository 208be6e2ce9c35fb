import { readPhoto } from "@kept/domain";
import { shopAt } from "../../../../server/context.ts";
import { photoAt } from "../../../../server/photo-link.ts";

/** A photo, for whoever was given its address within the last five minutes. It can be shown and do nothing. */
export async function GET(_: Request, { params }: RouteContext<"/[shop]/photo/[token]">): Promise<Response> {
  const { shop, token } = await params;
  const ctx = await shopAt(shop);
  const photoId = ctx && (await photoAt(ctx.shop.id, token));
  const picture = photoId ? await readPhoto(ctx, photoId) : null;
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture), {
    headers: {
      "content-type": "image/webp",
      "content-disposition": 'attachment; filename="photo.webp"',
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, max-age=240",
    },
  });
}
