using Microsoft.EntityFrameworkCore.Migrations;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// Row-level security, the second wall: what a migration says of a table, so that a query without its <c>where</c> returns nothing foreign. The
/// owner role, which migrates, stands outside it. Statements of migrations that ran are never changed, only added to.
/// </summary>
public static class RowSecurity
{
    /// <summary>Code of the session's agency; null for a program. Evaluated once for a statement.</summary>
    public const string Agency = "(select tsunagu_agency())";

    /// <summary>Subject of the session's staff member; null for a program.</summary>
    public const string Staff = "(select tsunagu_staff())";

    /// <summary>Name of the session's program; null for a staff member.</summary>
    public const string Principal = "(select tsunagu_principal())";

    /// <summary>The session is somebody's: for tables that belong to no agency.</summary>
    public const string Anybody = $"({Agency} is not null or {Principal} is not null)";

    const string PreviewSharing = "handler:preview-sharing";
    const string BreakGlass = "handler:break-glass";
    const string BreakGlassActs = "handler:break-glass-acts";
    const string BreakGlassReview = "job:break-glass-review";

    // Whether a grant opens a record to the session, up to where the rules are asked. It is looked for under the wall of grants itself.
    const string Granted =
        """
        tsunagu_granted(kind text, resource uuid) returns boolean language sql stable as $$
          select exists (
            select from grants g
            where g.resource_kind = kind and g.resource_id = resource and g.revoked_at is null and g.expires_at > now()
              and case g.grantee_kind
                when 'Agency' then g.grantee_id = tsunagu_agency()
                when 'Staff' then g.grantee_id = tsunagu_staff()
                when 'Meeting' then tsunagu_attends(g.grantee_id)
              end
        """;

    // Empty and unset are the same: a session that says nothing is nobody's.
    const string Functions =
        $"""
        create function tsunagu_agency() returns text language sql stable parallel safe as
          $$ select nullif(current_setting('tsunagu.agency', true), '') $$;
        create function tsunagu_staff() returns text language sql stable parallel safe as
          $$ select nullif(current_setting('tsunagu.staff', true), '') $$;
        create function tsunagu_principal() returns text language sql stable parallel safe as
          $$ select nullif(current_setting('tsunagu.principal', true), '') $$;
        create function tsunagu_attends(meeting text) returns boolean language sql stable as $$ select false $$;
        create function {Granted}) $$;
        """;

    const string SharingFunctions =
        $"""
        create function tsunagu_carries(grantee_kind text, grantee text, basis text) returns boolean language sql stable as $$
          select coalesce((
            select case grantee_kind
              when 'Agency' then (select a.kind = any (r.recipients) from directory_agencies a where a.agency_id = grantee)
              when 'Staff' then (
                select a.kind = any (r.recipients) from directory_staff s join directory_agencies a on a.agency_id = s.agency_id where s.staff_id = grantee)
              when 'Meeting' then r.meetings
            end
            from directory_sharing_rules r
            where r.basis = tsunagu_carries.basis and r.starts_on <= (now() at time zone 'Asia/Tokyo')::date
            order by r.starts_on desc, r.number desc limit 1), false) $$;
        {GrantedByRules}) $$;
        """;

    const string GrantedByRules =
        $"""
        create or replace function {Granted}
              and tsunagu_carries(g.grantee_kind, g.grantee_id, g.legal_basis)
        """;

    const string GrantedForPurposes =
        $$"""
        {{GrantedByRules}}
              and (g.purposes = '{}' or nullif(current_setting('tsunagu.purpose', true), '') = any (g.purposes))) $$;
        """;

    const string GrantedWithoutRules =
        $"""
        create or replace function {Granted}) $$;
        drop function tsunagu_carries(text, text, text);
        """;

    /// <summary>The functions that policies read the session by, and the wall around grants.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="principals">Programs that see and write grants.</param>
    public static void GuardGrants(this MigrationBuilder migration, params string[] principals)
    {
        migration.Sql(Functions);
        migration.Guard(
            "grants",
            $"""
            owner_agency_id = {Agency} or case grantee_kind
              when 'Agency' then grantee_id = {Agency}
              when 'Staff' then grantee_id = {Staff}
              when 'Meeting' then tsunagu_attends(grantee_id)
            end
            """,
            $"owner_agency_id = {Agency}",
            principals);
    }

    /// <summary>Puts the wall around a table.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="see">Condition on a row that the session may see.</param>
    /// <param name="change">Condition on a row that the session may add, change (as it was and as it becomes) or remove.</param>
    /// <param name="principals">Programs that see and write all of it.</param>
    public static void Guard(this MigrationBuilder migration, string table, string see, string change, params string[] principals)
    {
        var named = principals.Length == 0 ? "" : $" or {Principal} in ({string.Join(", ", principals.Select(name => $"'{name}'"))})";
        migration.Sql(
            $"""
            alter table {table} enable row level security;
            create policy see on {table} for select using (({see}){named});
            create policy add on {table} for insert with check (({change}){named});
            create policy change on {table} for update using (({change}){named}) with check (({change}){named});
            create policy remove on {table} for delete using (({change}){named});
            """);
    }

    /// <summary>Lets further programs through the wall of a table.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="writes">True: they write as well; false: they see.</param>
    /// <param name="principal">The program.</param>
    public static void Admit(this MigrationBuilder migration, string table, string principal, bool writes) => migration.Sql(
        $"""
        create policy "{principal}" on {table} for {(writes ? "all" : "select")} using ({Principal} = '{principal}')
        """);

    /// <summary>Lets a program through no longer.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="principal">The program.</param>
    public static void Dismiss(this MigrationBuilder migration, string table, string principal) =>
        migration.Sql($"""drop policy "{principal}" on {table};""");

    /// <summary>Takes down the wall of a table.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    public static void Unguard(this MigrationBuilder migration, string table) => migration.Sql(
        $"""
        drop policy see on {table};
        drop policy add on {table};
        drop policy change on {table};
        drop policy remove on {table};
        alter table {table} disable row level security;
        """);

    /// <summary>
    /// From now on a grant opens a record only while the sharing rules, as this service knows them, let its basis carry to its grantee: what
    /// <see cref="Sharing.SharingLaw"/> decides, said once more. What other rules would change is counted over the grants of all agencies.
    /// </summary>
    /// <param name="migration">The migration.</param>
    public static void AskSharingRules(this MigrationBuilder migration)
    {
        migration.Admit("grants", PreviewSharing, writes: false);
        migration.Sql(SharingFunctions);
    }

    /// <summary>From now on a grant opens a record whatever the sharing rules say.</summary>
    /// <param name="migration">The migration.</param>
    public static void PassSharingRules(this MigrationBuilder migration)
    {
        migration.Dismiss("grants", PreviewSharing);
        migration.Sql(GrantedWithoutRules);
    }

    /// <summary>From now on a grant that names purposes opens a record to calls for those alone.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="principal">The program that ends grants whose consent was revoked; null where none rests on one.</param>
    public static void AskPurposes(this MigrationBuilder migration, string? principal = null)
    {
        if (principal is not null)
            migration.Admit("grants", principal, writes: true);
        migration.Sql(GrantedForPurposes);
    }

    /// <summary>From now on a grant opens a record whatever a call is for.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="principal">The program that ended grants whose consent was revoked.</param>
    public static void PassPurposes(this MigrationBuilder migration, string? principal = null)
    {
        migration.Sql($"{GrantedByRules}) $$;");
        if (principal is not null)
            migration.Dismiss("grants", principal);
    }

    /// <summary>
    /// The wall around broken glass: the two agencies concerned see theirs, and nobody changes any of it row by row. Who breaks the glass gives themself a grant.
    /// </summary>
    /// <param name="migration">The migration.</param>
    public static void GuardBrokenGlass(this MigrationBuilder migration)
    {
        migration.Guard("broken_glass", $"owner_agency_id = {Agency} or agency_id = {Agency}", "false", BreakGlass, BreakGlassReview);
        migration.Admit("broken_glass", BreakGlassActs, writes: false);
        migration.Guard("break_glass_attempts", "false", "false", BreakGlass);
        migration.Admit("grants", BreakGlass, writes: true);
    }

    /// <summary>Nobody gives themself a grant any more; the walls around the tables go with them.</summary>
    /// <param name="migration">The migration.</param>
    public static void UnguardBrokenGlass(this MigrationBuilder migration) => migration.Dismiss("grants", BreakGlass);

    /// <summary>Records of a table may be broken open: their owner is found and held, and nothing of them changed.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    public static void LetBreak(this MigrationBuilder migration, string table)
    {
        migration.Admit(table, BreakGlass, writes: false);
        migration.Sql(
            $"""
            create policy "{BreakGlass} holds" on {table} for update using ({Principal} = '{BreakGlass}') with check (false);
            """);
    }

    /// <summary>Records of a table may not be broken open any more.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    public static void KeepFromBreaking(this MigrationBuilder migration, string table)
    {
        migration.Dismiss(table, BreakGlass);
        migration.Dismiss(table, BreakGlass + " holds");
    }

    /// <summary>Takes down the wall around grants, and the functions.</summary>
    /// <param name="migration">The migration.</param>
    public static void UnguardGrants(this MigrationBuilder migration)
    {
        migration.Unguard("grants");
        migration.Sql(
            """
            drop function tsunagu_granted(text, uuid);
            drop function tsunagu_attends(text);
            drop function tsunagu_principal();
            drop function tsunagu_staff();
            drop function tsunagu_agency();
            """);
    }
}
