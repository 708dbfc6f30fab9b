namespace Tsunagu.Households.Imports;

/// <summary>What the merge of the register does for the search: statements before and after the residents are written.</summary>
static class ResidentSearchSql
{
    /// <summary>What the register holds no longer stays searchable. Runs while the residents are still as they were.</summary>
    public const string KeepFormer =
        """
        update resident_search f set
          former_names = no_longer_held(f.former_names,
            array[r.name, r.kana, r.alias, r.alias_kana, r.roman_name], array[s.name, s.kana, s.alias, s.alias_kana, s.roman_name]),
          former_addresses = no_longer_held(f.former_addresses, array[r.address], array[s.address]),
          former_phones = no_longer_held(f.former_phones, array[r.phone], array[s.phone])
        from residents r join staged_residents s on s.number = r.number
        where s.import_id = @import and s.reject_reason is null and f.resident_id = r.id and s.hash <> r.hash
          and (r.name, r.kana, r.alias, r.alias_kana, r.roman_name, r.address, r.phone)
            is distinct from (s.name, s.kana, s.alias, s.alias_kana, s.roman_name, s.address, s.phone)
        """;

    /// <summary>The same for a file of an earlier day: what it holds was held before.</summary>
    public const string KeepEarlier =
        """
        update resident_search f set
          former_names = no_longer_held(f.former_names,
            array[s.name, s.kana, s.alias, s.alias_kana, s.roman_name], array[r.name, r.kana, r.alias, r.alias_kana, r.roman_name]),
          former_addresses = no_longer_held(f.former_addresses, array[s.address], array[r.address]),
          former_phones = no_longer_held(f.former_phones, array[s.phone], array[r.phone]),
          keys = array(select unnest(f.keys) union select unnest(s.search_keys)),
          version = case when s.search_keys is null then 0 else f.version end
        from residents r join staged_residents s on s.number = r.number
        where s.import_id = @import and s.reject_reason is null and f.resident_id = r.id and s.hash <> r.hash
          and (r.name, r.kana, r.alias, r.alias_kana, r.roman_name, r.address, r.phone)
            is distinct from (s.name, s.kana, s.alias, s.alias_kana, s.roman_name, s.address, s.phone)
        """;

    /// <summary>
    /// Keys of whoever this import wrote. Those of former values are kept beside the new ones; of another version of the keys they say nothing, and are
    /// made anew in the background. So are those of a row that was as it is when it was staged, and was changed before it was merged: it came without keys.
    /// </summary>
    public static readonly string Write = MergeSql.WithoutLoops(
        $"""
        set local gin_pending_list_limit = '128MB';
        {WriteKeys("<")};
        set local gin_pending_list_limit to default;
        {WriteKeys("=")}
        """);

    // The index sorts keys in as many at a time as its list of those to come may hold. It grows long for all but the last row, whose keys find it too long and
    // empty it: no search has to read through it.
    static string WriteKeys(string place) =>
        $"""
        insert into resident_search as f (resident_id, version, keys, former_names, former_addresses, former_phones)
        select r.id, case when s.search_keys is null then 0 else @search_version end, coalesce(s.search_keys, array[]::int[]), array[]::text[], array[]::text[], array[]::text[]
        from staged_residents s join residents r on r.number = s.number
        where s.import_id = @import and s.reject_reason is null and r.import_id = @import
          and s.line {place} (select max(line) from residents where import_id = @import)
        on conflict (resident_id) do update set
          version = case when f.version = excluded.version or cardinality(f.former_names || f.former_addresses || f.former_phones) = 0
            then excluded.version else 0 end,
          keys = case when excluded.version = 0 then f.keys
            when cardinality(f.former_names || f.former_addresses || f.former_phones) = 0 then excluded.keys
            else array(select unnest(f.keys) union select unnest(excluded.keys)) end
        """;
}
