using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>What the model does not hold of links: the staged description of a person, and who may see and write links.</summary>
    [DbContext(typeof(HouseholdDbContext))]
    [Migration("20261122143400_LinkWalls")]
    public class LinkWalls : Migration
    {
        const string Import = "job:feed-import";
        const string Linking = "job:linking";
        const string Decision = "handler:link-decision";

        static readonly string[] Admitted = ["residents", "involvements", "involvement_versions", "involvement_persons", "involvement_version_persons"];
        static readonly string[] Linkers = [Linking, Decision];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                alter table staged_involvements
                  add person_name text, add person_kana text, add person_birth_date text, add person_sex int, add person_address text, add person_phone text;
                """);
            // As of the register: a member of any agency reads it with a purpose, and programs alone write it.
            foreach (var table in new[] { "involvement_descriptions", "possible_links" })
                migrationBuilder.Guard(table, $"{Wall.Agency} is not null and (select current_setting('tsunagu.purpose', true)) <> ''", "false", Import, Linking, Decision);
            foreach (var linker in Linkers)
            {
                migrationBuilder.Admit("residents", linker, writes: false);
                migrationBuilder.Admit("involvements", linker, writes: false);
                migrationBuilder.Admit("involvement_versions", linker, writes: false);
                migrationBuilder.Admit("involvement_persons", linker, writes: true);
                migrationBuilder.Admit("involvement_version_persons", linker, writes: true);
            }

            migrationBuilder.Admit("resident_versions", Linking, writes: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Dismiss("resident_versions", Linking);
            foreach (var linker in Linkers)
            {
                foreach (var table in Admitted)
                    migrationBuilder.Dismiss(table, linker);
            }

            foreach (var table in new[] { "involvement_descriptions", "possible_links" })
                migrationBuilder.Unguard(table);
            migrationBuilder.Sql(
                """
                alter table staged_involvements
                  drop person_name, drop person_kana, drop person_birth_date, drop person_sex, drop person_address, drop person_phone;
                """);
        }
    }
}
