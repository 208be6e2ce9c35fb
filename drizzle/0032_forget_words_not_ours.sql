-- People are called Null, Kind, Card, Human or Base, and so are our own words: a name was cut out of states, of a quote's
-- fields and of JSON itself. A name is now looked for in what people wrote, never in the keys of JSON, and never in a
-- value that is one word of ours: it begins with a small letter and has no space in it. A word that is the name itself
-- is the name.
create function without_words(value text, pattern text, word text, is_name boolean) returns text language sql immutable as $$
  select case when is_name and value <> word and value ~ '^[a-z][A-Za-z0-9]*([._:/-]+[A-Za-z0-9]+)*$' then value
              else regexp_replace(value, pattern, '[removed]', 'gi') end
$$;--> statement-breakpoint
create function without_words(value jsonb, pattern text, word text, is_name boolean) returns jsonb language plpgsql immutable as $$
begin
  return case jsonb_typeof(value)
    when 'object' then (select coalesce(jsonb_object_agg(e.key, without_words(e.value, pattern, word, is_name)), '{}') from jsonb_each(value) e)
    when 'array' then (select coalesce(jsonb_agg(without_words(a.value, pattern, word, is_name) order by a.n), '[]')
                         from jsonb_array_elements(value) with ordinality a(value, n))
    when 'string' then to_jsonb(without_words(value #>> '{}', pattern, word, is_name))
    else value end;
end $$;--> statement-breakpoint
create or replace function forget_words(which uuid, exact text[], names text[], of_returns uuid[], of_customers text[]) returns bigint language plpgsql as $$
declare
  c record;
  word text;
  is_name boolean;
  pattern text;
  sought text;
  counted bigint;
  touched bigint := 0;
begin
  if current_user <> 'kept_redactor' or current_shop() is distinct from which then
    raise exception 'a person is forgotten behind the door for it only' using errcode = 'KE011';
  end if;
  for c in
    select t.relname as name, a.attname as column_name, y.typname = 'jsonb' as json,
           (select string_agg(case b.attname when 'customer_gid' then 'customer_gid = any ($5)'
                     when 'lane_id' then 'lane_id in (select id from credit_lanes where shop_id = $1 and owner_gid = any ($5))'
                     else format('%I = any ($4)', b.attname) end, ' or ')
              from pg_attribute b where b.attrelid = t.oid and not b.attisdropped
               and (b.attname in ('return_id', 'customer_gid', 'lane_id') or (t.relname = 'returns' and b.attname = 'id'))) as theirs
      from pg_class t
      join pg_attribute s on s.attrelid = t.oid and s.attname = 'shop_id' and not s.attisdropped
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      join pg_type y on y.oid = a.atttypid and y.typname in ('text', 'jsonb', 'varchar')
     where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace and not t.relispartition
       and t.relname not in ('audit_entries', 'return_words')
  loop
    foreach word in array exact || names loop
      is_name := word = any (names);
      continue when is_name and c.theirs is null;
      -- With nothing in it that means something in a pattern.
      pattern := regexp_replace(word, '([.*+?^${}()|\[\]\\])', '\\\1', 'g');
      if is_name then pattern := '\m' || pattern || '\M'; end if;
      -- A number is the same number however it is spaced.
      if word ~ '^[+(]?[0-9][0-9 ().-]{5,}$' then
        pattern := '[+(]?' || regexp_replace(regexp_replace(word, '[^0-9]', '', 'g'), '(\d)(?=\d)', '\1[^0-9]{0,2}', 'g');
      end if;
      -- Rows that do not say it anywhere are not taken apart. In JSON some letters are written in other ways.
      sought := case when c.json and word ~ '["\\]' then '' else pattern end;
      execute format('update %1$I set %2$I = without_words(%2$I, $2, $3, $6) where shop_id = $1 and %2$I::text ~* $7
          and %2$I is distinct from without_words(%2$I, $2, $3, $6)%3$s',
        c.name, c.column_name, case when is_name then format(' and (%s)', c.theirs) else '' end)
        using which, pattern, word, of_returns, of_customers, is_name, sought;
      get diagnostics counted = row_count;
      touched := touched + counted;
    end loop;
  end loop;
  return touched;
end $$;
