using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class Timeline : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "correction_reason",
                table: "appointments",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_reason",
                table: "appointments",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "correction_reason",
                table: "appointments");

            migrationBuilder.DropColumn(
                name: "withdrawal_reason",
                table: "appointments");
        }
    }
}
