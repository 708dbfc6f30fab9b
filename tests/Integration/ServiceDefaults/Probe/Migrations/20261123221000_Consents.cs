using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe.Migrations
{
    /// <summary>A grant names the consent that it rests on and the purposes that it serves.</summary>
    [DbContext(typeof(ProbeDbContext))]
    [Migration("20261123221000_Consents")]
    public class Consents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>("consent_id", "grants", "uuid", nullable: true);
            migrationBuilder.AddColumn<string[]>("purposes", "grants", "text[]", nullable: false, defaultValueSql: "'{}'");
            migrationBuilder.CreateIndex("ix_grants_consent_id", "grants", "consent_id", filter: "consent_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex("ix_grants_consent_id", "grants");
            migrationBuilder.DropColumn("consent_id", "grants");
            migrationBuilder.DropColumn("purposes", "grants");
        }
    }
}
