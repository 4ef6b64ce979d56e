using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class UnitKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "kind_id",
                table: "units",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "unit_kinds",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    aliases = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_kinds", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_units_tenant_id_kind_id",
                table: "units",
                columns: new[] { "tenant_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ux_unit_kinds_name",
                table: "unit_kinds",
                columns: new[] { "tenant_id", "name" },
                unique: true);

            using (var rows = new StreamReader(GetType().Assembly.GetManifestResourceStream("CoBuilding.Data.Migrations.unit-kinds.sql")!))
                migrationBuilder.Sql(rows.ReadToEnd());
            migrationBuilder.Sql("UPDATE units u SET kind_id = k.id FROM unit_kinds k WHERE k.tenant_id = u.tenant_id AND k.kind = u.kind;");
            migrationBuilder.AlterColumn<Guid>(name: "kind_id", table: "units", type: "uuid", nullable: false, oldClrType: typeof(Guid), oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "fk_units_unit_kinds_tenant_id_kind_id",
                table: "units",
                columns: new[] { "tenant_id", "kind_id" },
                principalTable: "unit_kinds",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_units_unit_kinds_tenant_id_kind_id",
                table: "units");

            migrationBuilder.DropTable(
                name: "unit_kinds");

            migrationBuilder.DropIndex(
                name: "ix_units_tenant_id_kind_id",
                table: "units");

            migrationBuilder.DropColumn(
                name: "kind_id",
                table: "units");
        }
    }
}
