using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

/// <summary>Open resolutions of bodies in agenda order; they are listed first on the next agenda.</summary>
internal sealed class UnclosedResolutions : IAgendaOpening
{
    public int Position => 100;

    public AgendaOpeningTexts Texts { get; } =
        new(
            "Resolutions.OnAgenda",
            "Resolutions.OpenOnAgenda",
            "Resolutions.Resolutions",
            "Series.OpenResolutions",
            "Resolutions.OnAgendaTable",
            "Fields.ResolutionId",
            "Resolutions.Lead"
        );

    public string ListHref(Guid committeeId) => $"resolutions?committee={committeeId}";

    public Task<bool> AnyAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct) => Rows(db, committeeIds).AnyAsync(ct);

    /// <summary>One statement, and one more where a lead resides beyond reach.</summary>
    public async Task<IReadOnlyList<AgendaOpeningMatter>> MattersAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct)
    {
        var rows = await Rows(db, committeeIds).Take(ListQuestion.LargestPage).ToListAsync(ct);
        return [.. (await ListResolutions.NamedAsync(db, rows, ct)).Select(Matter)];
    }

    private static IQueryable<ListResolutions.Row> Rows(PortalDb db, IReadOnlyList<Guid> committeeIds) =>
        ListResolutions.Rows(db, new()).Where(r => committeeIds.Contains(r.CommitteeId));

    private static AgendaOpeningMatter Matter(ListResolutions.Row row) =>
        new(
            row.Matter,
            $"resolutions/{row.Id}",
            row.Lead,
            Wording.KeyOf(typeof(ResolutionState), row.State.ToString()),
            row.Deadline,
            IsDone: row.State == ResolutionState.ReportedDone,
            IsStuck: row.State is ResolutionState.CannotBeDone or ResolutionState.AnsweredAbove
        );
}
