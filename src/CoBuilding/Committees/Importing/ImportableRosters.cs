using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;
using CoBuilding.Units;

namespace CoBuilding.Committees.Importing;

/// <summary>Rosters with their seats, appointments past and present, and new units and people.</summary>
public sealed class ImportableRosters : ImportableList
{
    /// <summary>The committee of rows that name none.</summary>
    public Guid? CommitteeId { get; init; }

    public override string Name => "roster";
    public override Right Right => Right.AppointMembers;

    internal override Func<Door, Scope, CancellationToken, Task<DocumentFile>> Export =>
        (door, scope, ct) => new ExportRostersForImportWorkbook(door).AskAsync(scope, new() { WithPast = true }, ct);

    internal override async Task<CheckedList> ReadAsync(IncomingList incoming, CancellationToken ct) =>
        await RosterList.ReadAsync(incoming, CommitteeId, ct);

    internal override async Task<Func<DocumentFile>> TemplateAsync(PortalDb db, CancellationToken ct)
    {
        var kinds = await UnitKindList.ReadAsync(db, ct);
        return () =>
            ImportTemplate.Compose(
                Wording.T("Importing.RosterTemplate"),
                Wording.T("Importing.RosterTemplateHint"),
                RosterColumns.Words,
                RosterColumns.InTemplate,
                [
                    (RosterColumn.SeatKind, Words<SeatKind>()),
                    (RosterColumn.Role, Words<SeatRole>()),
                    (RosterColumn.EndReason, Words<EndReason>()),
                    (RosterColumn.UnitKind, [.. kinds.InUse.Select(k => k.Said)]),
                ]
            );

        static IReadOnlyList<string> Words<T>()
            where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Wording.T(v))];
    }
}
