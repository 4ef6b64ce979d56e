using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class PeopleAndUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_units_name",
                table: "units");

            migrationBuilder.AddColumn<Guid>(
                name: "absorbed_by_id",
                table: "units",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "alike_key",
                table: "units",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "end_reason",
                table: "units",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "units",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "short_alike_key",
                table: "units",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stroke_key",
                table: "units",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "entered_at_unit_id",
                table: "posts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "people",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stroke_key",
                table: "people",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "find_keys",
                table: "accounts",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "people_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    mobile_kept_days = table.Column<int>(type: "integer", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_settings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "rank_titles",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rank_titles", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "residences",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residences", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_residences_dates", "until IS NULL OR \"from\" IS NULL OR until > \"from\"");
                    table.ForeignKey(
                        name: "fk_residences_places_tenant_id_place_id",
                        columns: x => new { x.tenant_id, x.place_id },
                        principalTable: "places",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_residences_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_units_tenant_id_absorbed_by_id",
                table: "units",
                columns: new[] { "tenant_id", "absorbed_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_units_tenant_id_alike_key",
                table: "units",
                columns: new[] { "tenant_id", "alike_key" });

            migrationBuilder.CreateIndex(
                name: "ix_units_tenant_id_merged_into_id",
                table: "units",
                columns: new[] { "tenant_id", "merged_into_id" });

            migrationBuilder.CreateIndex(
                name: "ux_units_name",
                table: "units",
                columns: new[] { "tenant_id", "place_id", "name" },
                unique: true,
                filter: "ended_on IS NULL AND merged_into_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_posts_tenant_id_entered_at_unit_id",
                table: "posts",
                columns: new[] { "tenant_id", "entered_at_unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_tenant_id_merged_into_id",
                table: "people",
                columns: new[] { "tenant_id", "merged_into_id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_settings_tenant_id",
                table: "people_settings",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_rank_titles_title",
                table: "rank_titles",
                columns: new[] { "tenant_id", "title" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_residences_tenant_id_place_id",
                table: "residences",
                columns: new[] { "tenant_id", "place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_residences_tenant_id_unit_id",
                table: "residences",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_people_people_tenant_id_merged_into_id",
                table: "people",
                columns: new[] { "tenant_id", "merged_into_id" },
                principalTable: "people",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_posts_units_tenant_id_entered_at_unit_id",
                table: "posts",
                columns: new[] { "tenant_id", "entered_at_unit_id" },
                principalTable: "units",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_units_units_tenant_id_absorbed_by_id",
                table: "units",
                columns: new[] { "tenant_id", "absorbed_by_id" },
                principalTable: "units",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_units_units_tenant_id_merged_into_id",
                table: "units",
                columns: new[] { "tenant_id", "merged_into_id" },
                principalTable: "units",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            using var ranks = new StreamReader(GetType().Assembly.GetManifestResourceStream("CoBuilding.Data.Migrations.rank-titles.sql")!);
            migrationBuilder.Sql(ranks.ReadToEnd());
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_people_people_tenant_id_merged_into_id",
                table: "people");

            migrationBuilder.DropForeignKey(
                name: "fk_posts_units_tenant_id_entered_at_unit_id",
                table: "posts");

            migrationBuilder.DropForeignKey(
                name: "fk_units_units_tenant_id_absorbed_by_id",
                table: "units");

            migrationBuilder.DropForeignKey(
                name: "fk_units_units_tenant_id_merged_into_id",
                table: "units");

            migrationBuilder.DropTable(
                name: "people_settings");

            migrationBuilder.DropTable(
                name: "rank_titles");

            migrationBuilder.DropTable(
                name: "residences");

            migrationBuilder.DropIndex(
                name: "ix_units_tenant_id_absorbed_by_id",
                table: "units");

            migrationBuilder.DropIndex(
                name: "ix_units_tenant_id_alike_key",
                table: "units");

            migrationBuilder.DropIndex(
                name: "ix_units_tenant_id_merged_into_id",
                table: "units");

            migrationBuilder.DropIndex(
                name: "ux_units_name",
                table: "units");

            migrationBuilder.DropIndex(
                name: "ix_posts_tenant_id_entered_at_unit_id",
                table: "posts");

            migrationBuilder.DropIndex(
                name: "ix_people_tenant_id_merged_into_id",
                table: "people");

            migrationBuilder.DropColumn(
                name: "absorbed_by_id",
                table: "units");

            migrationBuilder.DropColumn(
                name: "alike_key",
                table: "units");

            migrationBuilder.DropColumn(
                name: "end_reason",
                table: "units");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "units");

            migrationBuilder.DropColumn(
                name: "short_alike_key",
                table: "units");

            migrationBuilder.DropColumn(
                name: "stroke_key",
                table: "units");

            migrationBuilder.DropColumn(
                name: "entered_at_unit_id",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "people");

            migrationBuilder.DropColumn(
                name: "stroke_key",
                table: "people");

            migrationBuilder.DropColumn(
                name: "find_keys",
                table: "accounts");

            migrationBuilder.CreateIndex(
                name: "ux_units_name",
                table: "units",
                columns: new[] { "tenant_id", "place_id", "name" },
                unique: true,
                filter: "ended_on IS NULL");
        }
    }
}
