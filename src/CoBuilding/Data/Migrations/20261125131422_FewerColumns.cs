using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class FewerColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_groups_dates",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "collecting_since",
                table: "meeting_plans");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "meeting_plans");

            migrationBuilder.DropColumn(
                name: "committee_id",
                table: "library_versions");

            migrationBuilder.DropColumn(
                name: "removed_at",
                table: "co_hosts");

            migrationBuilder.AddCheckConstraint(
                name: "ck_groups_dates",
                table: "groups",
                sql: "until IS NULL OR until >= \"from\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_groups_dates",
                table: "groups");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "collecting_since",
                table: "meeting_plans",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "meeting_plans",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "committee_id",
                table: "library_versions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "removed_at",
                table: "co_hosts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_groups_dates",
                table: "groups",
                sql: "until IS NULL OR until > \"from\"");
        }
    }
}
