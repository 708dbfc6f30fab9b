using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using RowSecurityWall = Tsunagu.ServiceDefaults.Data.RowSecurity;
using Tsunagu.ServiceDefaults.Data;

#nullable disable

namespace Tsunagu.Referrals.Data.Migrations
{
    /// <inheritdoc />
    public partial class Directory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "suspended_at",
                table: "staff",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "valid_until",
                table: "staff",
                type: "timestamp with time zone",
                nullable: false,
                // Whoever is there keeps their rights until this fiscal year is over.
                defaultValueSql: "make_timestamptz(extract(year from (now() at time zone 'Asia/Tokyo') + interval '9 months')::int, 4, 1, 0, 0, 0, 'Asia/Tokyo')");
            migrationBuilder.Sql("alter table staff alter column valid_until drop default");

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "staff",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "agencies",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    scopes = table.Column<string[]>(type: "text[]", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.agreement_id);
                    table.ForeignKey(
                        name: "fk_agreements_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "agency_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory",
                columns: table => new
                {
                    directory_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    complete_from = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory", x => x.directory_id);
                });

            migrationBuilder.CreateTable(
                name: "directory_agencies",
                columns: table => new
                {
                    agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_agencies", x => x.agency_id);
                });

            migrationBuilder.CreateTable(
                name: "directory_agreements",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    scopes = table.Column<List<string>>(type: "text[]", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_agreements", x => x.agreement_id);
                });

            migrationBuilder.CreateTable(
                name: "directory_staff",
                columns: table => new
                {
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agency_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    roles = table.Column<List<string>>(type: "text[]", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    suspended = table.Column<bool>(type: "boolean", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_staff", x => x.staff_id);
                });

            migrationBuilder.CreateTable(
                name: "directory_state",
                columns: table => new
                {
                    directory_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    unbroken_since = table.Column<long>(type: "bigint", nullable: false),
                    complete_from = table.Column<long>(type: "bigint", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_state", x => x.directory_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreements_agency_id",
                table: "agreements",
                column: "agency_id");

            // The directory of the suite belongs to no agency.
            migrationBuilder.Guard("agreements", RowSecurityWall.Anybody, RowSecurityWall.Anybody);
            migrationBuilder.Guard("directory", RowSecurityWall.Anybody, RowSecurityWall.Anybody);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "directory");

            migrationBuilder.DropTable(
                name: "directory_agencies");

            migrationBuilder.DropTable(
                name: "directory_agreements");

            migrationBuilder.DropTable(
                name: "directory_staff");

            migrationBuilder.DropTable(
                name: "directory_state");

            migrationBuilder.DropColumn(
                name: "suspended_at",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "valid_until",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "agencies");
        }
    }
}
