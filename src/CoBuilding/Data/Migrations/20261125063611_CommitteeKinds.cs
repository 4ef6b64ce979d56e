using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class CommitteeKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_committees_kind",
                table: "committees");

            migrationBuilder.AddColumn<Guid>(
                name: "kind_id",
                table: "committees",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "level",
                table: "committees",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "committee_kinds",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    convener_title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    deputy_title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    member_title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    term_years = table.Column<int>(type: "integer", nullable: true),
                    min = table.Column<int>(type: "integer", nullable: true),
                    max = table.Column<int>(type: "integer", nullable: true),
                    requires_reason = table.Column<bool>(type: "boolean", nullable: false),
                    warns_even = table.Column<bool>(type: "boolean", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committee_kinds", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_committee_kinds_range", "(min IS NULL) = (max IS NULL) AND min >= 0 AND max >= min");
                });

            using (var rows = new StreamReader(GetType().Assembly.GetManifestResourceStream("CoBuilding.Data.Migrations.committee-kinds.sql")!))
                migrationBuilder.Sql(rows.ReadToEnd());
            migrationBuilder.Sql("UPDATE committees c SET kind_id = k.id, level = p.level FROM committee_kinds k, places p WHERE k.tenant_id = c.tenant_id AND k.kind = c.kind AND p.tenant_id = c.tenant_id AND p.id = c.place_id;");
            migrationBuilder.AlterColumn<Guid>(name: "kind_id", table: "committees", type: "uuid", nullable: false, oldClrType: typeof(Guid), oldNullable: true);
            migrationBuilder.AlterColumn<string>(name: "level", table: "committees", type: "character varying(40)", maxLength: 40, nullable: false, oldClrType: typeof(string), oldNullable: true);
            migrationBuilder.DropTable(name: "quotas");

            migrationBuilder.CreateIndex(
                name: "ix_committees_tenant_id_kind_id",
                table: "committees",
                columns: new[] { "tenant_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ux_committees_kind",
                table: "committees",
                columns: new[] { "tenant_id", "place_id", "kind_id" },
                unique: true,
                filter: "dissolved_on IS NULL AND kind NOT IN ('Consortium', 'Own')");

            migrationBuilder.CreateIndex(
                name: "ux_committees_name",
                table: "committees",
                columns: new[] { "tenant_id", "place_id", "name" },
                unique: true,
                filter: "dissolved_on IS NULL AND kind IN ('Consortium', 'Own')");

            migrationBuilder.CreateIndex(
                name: "ux_committee_kinds_name",
                table: "committee_kinds",
                columns: new[] { "tenant_id", "name" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_committees_committee_kinds_tenant_id_kind_id",
                table: "committees",
                columns: new[] { "tenant_id", "kind_id" },
                principalTable: "committee_kinds",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_committees_committee_kinds_tenant_id_kind_id",
                table: "committees");

            migrationBuilder.DropTable(
                name: "committee_kinds");

            migrationBuilder.DropIndex(
                name: "ix_committees_tenant_id_kind_id",
                table: "committees");

            migrationBuilder.DropIndex(
                name: "ux_committees_kind",
                table: "committees");

            migrationBuilder.DropIndex(
                name: "ux_committees_name",
                table: "committees");

            migrationBuilder.DropColumn(
                name: "kind_id",
                table: "committees");

            migrationBuilder.DropColumn(
                name: "level",
                table: "committees");

            migrationBuilder.CreateTable(
                name: "quotas",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    max = table.Column<int>(type: "integer", nullable: false),
                    min = table.Column<int>(type: "integer", nullable: false),
                    requires_reason = table.Column<bool>(type: "boolean", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quotas", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_quotas_range", "min >= 0 AND max >= min");
                });

            migrationBuilder.CreateIndex(
                name: "ux_committees_kind",
                table: "committees",
                columns: new[] { "tenant_id", "place_id", "kind" },
                unique: true,
                filter: "dissolved_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_quotas_tenant_id_kind",
                table: "quotas",
                columns: new[] { "tenant_id", "kind" },
                unique: true);
        }
    }
}
