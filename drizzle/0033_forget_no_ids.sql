-- A number is one person's, and its digits can stand in a name that Shopify gave to something: what is one word of ours
-- or Shopify's is not taken apart for a number either. And an address or a number is only the whole of it: jan@ is not an@.
create or replace function without_words(value text, pattern text, word text, is_name boolean) returns text language sql immutable as $$
  select case when (is_name or word ~ '^[+(]?[0-9]') and value <> word
                   and value ~ '^[a-z][A-Za-z0-9]*([._:/-]+[A-Za-z0-9]+)*$' then value
              else regexp_replace(value,
                case when word like '%@%' then '(?<![A-Za-z0-9._%+-])' || pattern || '(?![A-Za-z0-9-]|\.[A-Za-z0-9])'
                     when word ~ '^[+(]?[0-9]' then '(?<![0-9])' || pattern || '(?![0-9])'
                     else pattern end, '[removed]', 'gi') end
$$;
