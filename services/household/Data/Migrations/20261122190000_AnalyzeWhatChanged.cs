using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>
    /// Before a merge what is staged needs statistics, and of the data what is not as it was when it had its last: to analyse all of it for each day's file of one
    /// department in twenty costs more than many a merge.
    /// </summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122190000_AnalyzeWhatChanged")]
    public class AnalyzeWhatChanged : Migration
    {
        // The counter of changes comes some seconds late; the size of a table is known at once.
        const string Changed =
            """
            create or replace function analyze_staging() returns void language plpgsql security definer set search_path = public as $$
            declare
              changed text;
            begin
              analyze staged_involvements;
              analyze staged_residents;
              for changed in
                select c.relname from pg_class c
                where c.oid = any (array['residents', 'resident_versions', 'involvements', 'involvement_versions']::regclass[])
                  and (c.reltuples < 0 or pg_relation_size(c.oid) > 1.2 * 8192 * (c.relpages + 10)
                    or pg_stat_get_mod_since_analyze(c.oid) > 100 + 0.1 * c.reltuples)
              loop
                execute format('analyze %I', changed);
              end loop;
            end $$;
            """;

        const string Everything =
            """
            create or replace function analyze_staging() returns void language plpgsql security definer set search_path = public as $$
            begin
              analyze staged_involvements;
              analyze staged_residents;
              analyze involvements;
              analyze residents;
              analyze involvement_versions;
              analyze resident_versions;
            end $$;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Changed);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Everything);
    }
}
