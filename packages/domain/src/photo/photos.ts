import { randomBytes } from "node:crypto";
import {
  and,
  asc,
  eq,
  inArray,
  isNull,
  type SQL,
  type SQLWrapper,
  type Transaction,
  tables,
} from "@kept/database";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { draftRow } from "../return/draft-row.ts";
import {
  type GivenPhoto,
  mostPhotoBytes,
  mostPhotos,
  type PhotoProblem,
  type PhotoView,
  photoKind,
} from "./photo.ts";
import { rewritePhoto } from "./rewrite-photo.ts";

const { returnPhotos } = tables;

export type AddPhotosRefusal =
  | { readonly code: "DraftGone" }
  | { readonly code: PhotoProblem; readonly name: string };

/** Takes photos of one item of a draft: each written anew before it is kept. The first that cannot be is named. */
export async function addPhotos(
  ctx: ShopContext,
  input: { key: string; fulfillmentLineItemId: string; photos: readonly GivenPhoto[] },
): Promise<Result<void, AddPhotosRefusal>> {
  for (const photo of input.photos) {
    const problem = await addPhoto(ctx, input.key, input.fulfillmentLineItemId, photo);
    if (problem === "DraftGone") return refused("DraftGone");
    if (problem) return refused(problem, { name: photo.name.slice(0, 80) });
  }
  return ok(undefined);
}

async function addPhoto(
  ctx: ShopContext,
  draftKey: string,
  item: string,
  { bytes }: GivenPhoto,
): Promise<PhotoProblem | "DraftGone" | null> {
  const { photos, settings } = ctx.tools;
  if (!photos || !settings.photoProgram) return "PhotosOff";
  if (bytes.length > mostPhotoBytes) return "TooLarge";
  const kind = photoKind(bytes);
  if (!kind) return "NotAPhoto";
  const known = await ctx.inShop(async (tx) => {
    const draft = await draftRow(tx, ctx, draftKey);
    return draft && { id: draft.id, photos: (await photosOfDraft(tx, ctx, draft.id)).length };
  });
  if (!known) return "DraftGone";
  if (known.photos >= mostPhotos) return "TooMany";
  const rewritten = await rewritePhoto(settings.photoProgram, bytes, kind);
  if (rewritten === "busy") return "Busy";
  if (!rewritten) return "NotAPhoto";
  const { picture, width, height } = rewritten;
  const storeKey = randomBytes(16).toString("hex");
  if (!(await answers(ctx, photos.put(storeKey, picture)))) return "Busy";
  const kept = await ctx.inShop(async (tx) => {
    // Two uploads at once take turns here: together they have eight as well.
    const draft = await draftRow(tx, ctx, draftKey, { lock: true });
    if (!draft || (await photosOfDraft(tx, ctx, draft.id)).length >= mostPhotos) return false;
    await tx.insert(returnPhotos).values({
      id: v7(),
      shopId: ctx.shop.id,
      draftId: draft.id,
      fulfillmentLineItemGid: item.slice(0, 120),
      storeKey,
      bytes: picture.length,
      width,
      height,
    });
    return true;
  });
  if (kept) return null;
  await answers(ctx, photos.remove(storeKey));
  return "TooMany";
}

/** False while the store does not answer: whoever asked hears of it, and nothing they typed is lost. */
async function answers(ctx: ShopContext, asked: Promise<void>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    ctx.log.error({ err: error }, "the photo store");
    return false;
  }
}

/**
 * Takes a photo away again, while its return was not sent: first the picture, then the row that says where it is, or it
 * would stay for ever. One that is not there is away already.
 */
export async function removePhoto(
  ctx: ShopContext,
  input: { key: string; photoId: string },
): Promise<Result<void, { readonly code: "Busy" }>> {
  if (!isId(input.photoId)) return ok(undefined);
  const { shopId, id, draftId, returnId, storeKey } = returnPhotos;
  const mine = (draft: string) =>
    and(eq(shopId, ctx.shop.id), eq(draftId, draft), eq(id, input.photoId), isNull(returnId));
  const found = await ctx.inShop(async (tx) => {
    const draft = await draftRow(tx, ctx, input.key);
    if (!draft) return null;
    const [photo] = await tx.select({ storeKey }).from(returnPhotos).where(mine(draft.id));
    return photo ? { ...photo, draftId: draft.id } : null;
  });
  if (!found) return ok(undefined);
  const { photos } = ctx.tools;
  if (photos && !(await answers(ctx, photos.remove(found.storeKey)))) return refused("Busy");
  await ctx.inShop((tx) => tx.delete(returnPhotos).where(mine(found.draftId)));
  return ok(undefined);
}

/** The picture, for whoever may see its return: the caller has seen to that. Null when it is not (any more) there. */
export async function readPhoto(ctx: ShopContext, photoId: string): Promise<Buffer | null> {
  if (!isId(photoId)) return null;
  const [photo] = await ctx.inShop((tx) =>
    tx
      .select({ storeKey: returnPhotos.storeKey })
      .from(returnPhotos)
      .where(and(eq(returnPhotos.shopId, ctx.shop.id), eq(returnPhotos.id, photoId))),
  );
  return photo ? ((await ctx.tools.photos?.get(photo.storeKey)) ?? null) : null;
}

export function photosOfDraft(
  tx: Transaction,
  ctx: ShopContext,
  draftId: string | SQL<string>,
): Promise<PhotoView[]> {
  return photosWhere(tx, ctx, eq(returnPhotos.draftId, draftId));
}

/** Beside each line of a return: the photos of its `fulfillmentLineItemId`. */
export function photosOfReturn(tx: Transaction, ctx: ShopContext, returnId: string): Promise<PhotoView[]> {
  return photosWhere(tx, ctx, eq(returnPhotos.returnId, returnId));
}

/** A sent draft's photos become its return's: those of the items that come back. The write itself, to be carried out with others. */
export function givePhotosTo(
  tx: Transaction,
  ctx: ShopContext,
  { draftId, returnId, items }: { draftId: string; returnId: string; items: readonly string[] },
): SQLWrapper {
  const { shopId, fulfillmentLineItemGid } = returnPhotos;
  return tx
    .update(returnPhotos)
    .set({ returnId })
    .where(
      and(
        eq(shopId, ctx.shop.id),
        eq(returnPhotos.draftId, draftId),
        inArray(fulfillmentLineItemGid, [...items]),
      ),
    );
}

function photosWhere(tx: Transaction, ctx: ShopContext, which: ReturnType<typeof eq>): Promise<PhotoView[]> {
  const { id, fulfillmentLineItemGid, width, height } = returnPhotos;
  return tx
    .select({ id, fulfillmentLineItemId: fulfillmentLineItemGid, width, height })
    .from(returnPhotos)
    .where(and(eq(returnPhotos.shopId, ctx.shop.id), which))
    .orderBy(asc(id));
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
