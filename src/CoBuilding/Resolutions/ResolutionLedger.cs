using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

/// <summary>The ledger of resolutions, as the workbook and the paper have it.</summary>
internal static class ResolutionLedger
{
    /// <summary>
    /// The rows of <see cref="ListResolutions"/>, and the names of those who assist. Two statements, and one more where a lead has moved
    /// away.
    /// </summary>
    public static async Task<(Truncated<ListResolutions.Row> Rows, ILookup<Guid, string> Assisting)> ReadAsync(
        PortalDb db,
        ListResolutions.Question question,
        CancellationToken ct
    )
    {
        var rows = await ListResolutions.Rows(db, question).TruncatedAsync(ct);
        rows = rows with { Rows = await ListResolutions.NamedAsync(db, rows.Rows, ct) };
        var assisting = await AssistingUnitRow.OfAsync(db, [.. rows.Rows.Select(r => r.Id)], ct);
        return (rows, assisting.ToLookup(a => a.ResolutionId, a => a.Name));
    }

    public static List<Column<ListResolutions.Row>> Columns(ILookup<Guid, string> assisting) =>
        [
            new(Wording.Label("ResolutionId"), 40, r => r.Matter),
            new(Wording.T("Resolutions.AgreedOn"), 15, r => r.MeetingDay?.InShort()),
            new(Wording.T("Resolutions.Lead"), 24, r => r.Lead),
            new(Wording.Label("AssistingUnitIds"), 24, r => string.Join(Wording.T("Minutes.PaperNames"), assisting[r.Id])),
            new(Wording.Label("Deadline"), 15, r => r.Deadline?.InShort()),
            new(Wording.Label("State"), 20, r => State(r)),
            new(Wording.T("Resolutions.LastNote"), 40, r => r.LastNote),
        ];

    /// <summary>The state, and that the day has passed.</summary>
    private static string State(ListResolutions.Row row) =>
        row.Outcome is { } outcome ? $"{Wording.T(row.State)} {Wording.T(outcome)}"
        : row.IsOverdue ? Wording.T("Resolutions.StateOverdue", Wording.T(row.State))
        : Wording.T(row.State);
}
