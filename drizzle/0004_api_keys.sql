CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shop_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	CONSTRAINT "api_keys_secret" UNIQUE("secret_hash"),
	CONSTRAINT "api_keys_hashed" CHECK (octet_length("api_keys"."secret_hash") = 32),
	CONSTRAINT "api_keys_scopes" CHECK ("api_keys"."scopes" <@ array['quotes']),
	CONSTRAINT "api_keys_revoked" CHECK (("api_keys"."revoked_at" is null) = ("api_keys"."revoked_by" is null))
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_newest" ON "api_keys" USING btree ("shop_id","created_at" DESC NULLS LAST);--> statement-breakpoint

-- The wall. A shop adds and revokes its keys and never removes one; across shops a key is looked up by its hash, and its use is noted.
alter table api_keys enable row level security;--> statement-breakpoint
alter table api_keys force row level security;--> statement-breakpoint
create policy own_shop on api_keys to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on api_keys to kept_across using (true) with check (true);--> statement-breakpoint
grant select, insert, update on api_keys to kept_app;--> statement-breakpoint
grant select, update on api_keys to kept_across;--> statement-breakpoint

-- What a key is and may do never changes, and a revoked key never opens again.
create function keep_api_key() returns trigger language plpgsql as $$
begin
  if (new.id, new.shop_id, new.name, new.prefix, new.secret_hash, new.scopes, new.created_by, new.created_at)
     is distinct from
     (old.id, old.shop_id, old.name, old.prefix, old.secret_hash, old.scopes, old.created_by, old.created_at) then
    raise exception 'what a key is never changes' using errcode = 'KE010';
  end if;
  if old.revoked_at is not null and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by) then
    raise exception 'a revoked key stays revoked' using errcode = 'KE010';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger lawful before update on api_keys for each row execute function keep_api_key();
