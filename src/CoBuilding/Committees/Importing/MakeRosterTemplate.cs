using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;
using CoBuilding.Units.UnitKinds;

namespace CoBuilding.Committees.Importing;

/// <summary>An empty roster as a workbook: every column, the choices, and a line of instructions.</summary>
public sealed class MakeRosterTemplate(Door door)
{
    private static readonly RosterColumn[] Columns =
    [
        RosterColumn.Committee,
        RosterColumn.Street,
        RosterColumn.Place,
        RosterColumn.SeatKind,
        RosterColumn.Role,
        RosterColumn.Title,
        RosterColumn.Unit,
        RosterColumn.UnitKind,
        RosterColumn.UnitPlace,
        RosterColumn.Person,
        RosterColumn.UnitTitle,
        RosterColumn.Mobile,
        RosterColumn.From,
        RosterColumn.Until,
        RosterColumn.EndReason,
        RosterColumn.LetterNumber,
        RosterColumn.QuotaReason,
        RosterColumn.DoublePostReason,
    ];

    public async Task<DocumentFile> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, ct);
        var kinds = await UnitKindList.ReadAsync(db, ct);
        return CultureScope.In(
            scope.Culture,
            () =>
                ImportTemplate.Compose(
                    Wording.T("Importing.RosterTemplate"),
                    Wording.T("Importing.RosterTemplateHint"),
                    RosterColumns.Words,
                    Columns,
                    [
                        (RosterColumn.SeatKind, Words<SeatKind>()),
                        (RosterColumn.Role, Words<SeatRole>()),
                        (RosterColumn.EndReason, Words<EndReason>()),
                        (RosterColumn.UnitKind, [.. kinds.InUse.Select(k => k.Said)]),
                    ]
                )
        );

        static IReadOnlyList<string> Words<T>()
            where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Wording.T(v))];
    }
}
