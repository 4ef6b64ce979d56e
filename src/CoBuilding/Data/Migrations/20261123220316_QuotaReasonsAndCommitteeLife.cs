using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class QuotaReasonsAndCommitteeLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "requires_reason",
                table: "quotas",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "dissolution_reason",
                table: "committees",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "extended_from",
                table: "committees",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "extension_approval",
                table: "committees",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "quota_reason",
                table: "appointments",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "requires_reason",
                table: "quotas");

            migrationBuilder.DropColumn(
                name: "dissolution_reason",
                table: "committees");

            migrationBuilder.DropColumn(
                name: "extended_from",
                table: "committees");

            migrationBuilder.DropColumn(
                name: "extension_approval",
                table: "committees");

            migrationBuilder.DropColumn(
                name: "quota_reason",
                table: "appointments");
        }
    }
}
