using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Intake.Data.Migrations
{
    /// <summary>What persons agreed to; a grant names the consent that it rests on and the purposes that it serves.</summary>
    public partial class Consents : Migration
    {
        const string Transfer = "handler:case-transfer";
        const string Awaiting = "handler:consent-revoke";
        const string Closed = "consumer:intake-consent";

        // Holds the consent of a referral while it opens what that is about, which takes the right to change the row.
        const string Referrals = "consumer:intake-referral";

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

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    giver = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    representative_name = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    agency_ids = table.Column<string[]>(type: "text[]", nullable: false),
                    agency_kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    meetings = table.Column<bool>(type: "boolean", nullable: false),
                    purposes = table.Column<string[]>(type: "text[]", nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    recorded_by_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    revoke_reason = table.Column<string>(type: "text", nullable: true),
                    closing = table.Column<string[]>(type: "text[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_consents_consultations_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_grants_consent_id",
                table: "grants",
                column: "consent_id",
                filter: "consent_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_consents_consultation_id_recorded_at_id",
                table: "consents",
                columns: new[] { "consultation_id", "recorded_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.AskPurposes();
            const string own = $"agency_id = {Wall.Agency}";
            migrationBuilder.Guard("consents", own, own, Transfer, Closed, Referrals);
            migrationBuilder.Admit("consents", Awaiting, writes: false);
            migrationBuilder.Admit("consultations", Awaiting, writes: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.PassPurposes();
            migrationBuilder.Dismiss("consultations", Awaiting);
            migrationBuilder.DropTable(
                name: "consents");

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
