ALTER TABLE "credits" ADD COLUMN "first_spent_seen_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "credits_by_id" ON "credits" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "credits_newly_used" ON "credits" USING btree ("shop_id","first_spent_seen_at");