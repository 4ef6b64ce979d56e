using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class UnitsInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_units_list",
                table: "units",
                columns: new[] { "tenant_id", "place_id", "sort_key", "id" },
                filter: "merged_into_id IS NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "ended_on", "kind_id", "liaison_officer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_units_list",
                table: "units");
        }
    }
}
