using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Access;

public sealed record JournalMenuLine()
    : MenuLine("Shell.Journal", "journal", Icons.Material.Outlined.History, Right.SeeJournal, Position: 150);
