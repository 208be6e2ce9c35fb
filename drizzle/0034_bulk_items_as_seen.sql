-- What was asked for before is worth what it is worth now.
ALTER TABLE "bulk_items" ADD COLUMN "seen_quote_id" uuid;--> statement-breakpoint
grant update (seen_quote_id) on bulk_items to kept_across;--> statement-breakpoint
set local role kept_across;--> statement-breakpoint
update bulk_items b set seen_quote_id = r.quote_id from returns r where r.shop_id = b.shop_id and r.id = b.return_id;--> statement-breakpoint
reset role;--> statement-breakpoint
revoke update (seen_quote_id) on bulk_items from kept_across;--> statement-breakpoint
ALTER TABLE "bulk_items" ALTER COLUMN "seen_quote_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_seen" FOREIGN KEY ("shop_id","seen_quote_id") REFERENCES "public"."quotes"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_items_by_seen" ON "bulk_items" USING btree ("shop_id","seen_quote_id");
