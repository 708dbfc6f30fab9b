using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Referrals.Data.Migrations
{
    /// <inheritdoc />
    public partial class Grants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    grantee_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    grantee_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    items = table.Column<string[]>(type: "text[]", nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    source_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: true),
                    granted_by_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    granted_by_agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    approver_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by_staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    revoke_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_grants_grantee_kind_grantee_id_created_at",
                table: "grants",
                columns: new[] { "grantee_kind", "grantee_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_grants_resource_kind_resource_id_created_at",
                table: "grants",
                columns: new[] { "resource_kind", "resource_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_grants_source_kind_source_id",
                table: "grants",
                columns: new[] { "source_kind", "source_id" },
                filter: "source_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "grants");
        }
    }
}
