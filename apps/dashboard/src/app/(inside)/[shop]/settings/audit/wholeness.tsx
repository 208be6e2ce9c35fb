import { readWholeness, type ShopContext } from "@kept/domain";
import Link from "next/link";
import { Notice } from "../../../../../ui/notice.tsx";
import { moment } from "../../../../../ui/when.tsx";

/** Whether every entry is as it was written. Many may have to be gone through, so the list does not wait for it. */
export async function Wholeness({ ctx, all }: { ctx: ShopContext; all: boolean }) {
  const { firstBad, walkedAt } = await readWholeness(ctx, { all });
  return firstBad === null ? (
    <Notice tone="good" title="The log is whole">
      Every entry is as it was written. Each holds a fingerprint of the one before, so that nothing can be
      changed, removed or put in unnoticed.{" "}
      {walkedAt && (
        <>
          All were gone through on {moment(walkedAt, ctx.shop.timeZone)}, what came since just now.{" "}
          <Link href="?check=all" prefetch={false} className="underline underline-offset-4">
            Go through all again
          </Link>
        </>
      )}
    </Notice>
  ) : (
    <Notice tone="risk" title={`The log was tampered with at entry ${firstBad}`}>
      Somebody with direct access to the database changed, removed or added an entry. Everything before it is
      as it was written.
    </Notice>
  );
}
