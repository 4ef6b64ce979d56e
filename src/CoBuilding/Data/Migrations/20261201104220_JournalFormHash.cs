using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class JournalFormHash : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "filled_fields",
                table: "journal",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "form_hash",
                table: "journal",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "form_key_id",
                table: "journal",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "filled_fields",
                table: "journal");

            migrationBuilder.DropColumn(
                name: "form_hash",
                table: "journal");

            migrationBuilder.DropColumn(
                name: "form_key_id",
                table: "journal");
        }
    }
}
