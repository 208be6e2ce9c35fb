ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_tenant" UNIQUE("shop_id","id");--> statement-breakpoint
CREATE TABLE "api_requests" (
	"shop_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"status" integer,
	"answer" jsonb,
	"until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "api_requests_key_id_idempotency_key_pk" PRIMARY KEY("key_id","idempotency_key"),
	CONSTRAINT "api_requests_key_length" CHECK (length("api_requests"."idempotency_key") between 1 and 255)
);
--> statement-breakpoint
CREATE TABLE "outgoing_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"return_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "outgoing_events_tenant" UNIQUE("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"shop_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"status" integer,
	"milliseconds" integer NOT NULL,
	"error" text,
	"answer" text DEFAULT '' NOT NULL,
	CONSTRAINT "webhook_attempts_delivery_id_n_pk" PRIMARY KEY("delivery_id","n")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_status" integer,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "webhook_deliveries_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "webhook_deliveries_once" UNIQUE("shop_id","event_id","endpoint_id"),
	CONSTRAINT "webhook_deliveries_state" CHECK ("webhook_deliveries"."state" in ('waiting', 'delivered', 'failed', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"url" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"topics" text[] NOT NULL,
	"secret" "bytea" NOT NULL,
	"previous_secret" "bytea",
	"previous_until" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"disabled_at" timestamp with time zone,
	"disabled_because" text,
	"failing_since" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "webhook_endpoints_tenant" UNIQUE("shop_id","id"),
	CONSTRAINT "webhook_endpoints_topics" CHECK (cardinality("webhook_endpoints"."topics") > 0),
	CONSTRAINT "webhook_endpoints_disabled" CHECK (("webhook_endpoints"."disabled_at" is null) = ("webhook_endpoints"."disabled_because" is null)),
	CONSTRAINT "webhook_endpoints_previous" CHECK (("webhook_endpoints"."previous_secret" is null) = ("webhook_endpoints"."previous_until" is null))
);
--> statement-breakpoint
ALTER TABLE "api_keys" DROP CONSTRAINT "api_keys_scopes";--> statement-breakpoint
ALTER TABLE "api_requests" ADD CONSTRAINT "api_requests_key" FOREIGN KEY ("shop_id","key_id") REFERENCES "public"."api_keys"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_events" ADD CONSTRAINT "outgoing_events_return" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery" FOREIGN KEY ("shop_id","delivery_id") REFERENCES "public"."webhook_deliveries"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_event" FOREIGN KEY ("shop_id","event_id") REFERENCES "public"."outgoing_events"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint" FOREIGN KEY ("shop_id","endpoint_id") REFERENCES "public"."webhook_endpoints"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outgoing_events_by_return" ON "outgoing_events" USING btree ("shop_id","return_id");--> statement-breakpoint
CREATE INDEX "webhook_attempts_by_shop" ON "webhook_attempts" USING btree ("shop_id","delivery_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_log" ON "webhook_deliveries" USING btree ("shop_id","endpoint_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("next_at") WHERE state = 'waiting';--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_scopes" CHECK ("api_keys"."scopes" <@ array['quotes', 'returns:read', 'returns:decide', 'credits:read', 'credits:issue', 'reconciliation:read', 'webhooks']);--> statement-breakpoint
-- The walls of the five tables.
do $$
declare name text;
begin
  foreach name in array array['api_requests', 'webhook_endpoints', 'outgoing_events', 'webhook_deliveries', 'webhook_attempts'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_shop on %I to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop())', name);
    execute format('create policy across on %I to kept_across using (true) with check (true)', name);
  end loop;
end $$;--> statement-breakpoint
grant select, insert, update, delete on api_requests to kept_app;--> statement-breakpoint
grant select, insert, update on webhook_endpoints, webhook_deliveries to kept_app;--> statement-breakpoint
grant select, insert on outgoing_events, webhook_attempts to kept_app;--> statement-breakpoint
-- Across shops only what is due is looked for.
grant select on webhook_endpoints, outgoing_events, webhook_deliveries to kept_across;--> statement-breakpoint
-- What was told and what was sent is history.
create trigger history before update on outgoing_events for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger history before update on webhook_attempts for each row execute function refuse_rewriting();
