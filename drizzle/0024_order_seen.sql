ALTER TABLE "return_drafts" ADD COLUMN "order_seen" jsonb;--> statement-breakpoint
ALTER TABLE "return_drafts" ADD COLUMN "order_seen_at" timestamp with time zone;