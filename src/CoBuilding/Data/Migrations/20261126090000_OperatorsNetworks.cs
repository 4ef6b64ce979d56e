using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class OperatorsNetworks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "allows_private",
                table: "channels");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "allows_private",
                table: "channels",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }
    }
}
