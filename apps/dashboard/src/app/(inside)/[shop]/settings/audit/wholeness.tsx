import { firstBadEntry, type ShopContext } from "@kept/domain";
import { Notice } from "../../../../../ui/notice.tsx";

/** Whether every entry is as it was written. All are gone through, so the list does not wait for it. */
export async function Wholeness({ ctx }: { ctx: ShopContext }) {
  const bad = await firstBadEntry(ctx);
  return bad === null ? (
    <Notice tone="good" title="The log is whole">
      Every entry is as it was written. Each holds a fingerprint of the one before, so that nothing can be
      changed, removed or put in unnoticed.
    </Notice>
  ) : (
    <Notice tone="risk" title={`The log was tampered with at entry ${bad}`}>
      Somebody with direct access to the database changed, removed or added an entry. Everything before it is
      as it was written.
    </Notice>
  );
}
