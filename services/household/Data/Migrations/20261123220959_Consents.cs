using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;

#nullable disable

namespace Tsunagu.Households.Data.Migrations
{
    /// <summary>A grant names the consent that it rests on and the purposes that it serves.</summary>
    public partial class Consents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "consent_id",
                table: "grants",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "purposes",
                table: "grants",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateIndex(
                name: "ix_grants_consent_id",
                table: "grants",
                column: "consent_id",
                filter: "consent_id is not null");

            migrationBuilder.AskPurposes();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.PassPurposes();
            migrationBuilder.DropIndex(
                name: "ix_grants_consent_id",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "consent_id",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "purposes",
                table: "grants");
        }
    }
}
