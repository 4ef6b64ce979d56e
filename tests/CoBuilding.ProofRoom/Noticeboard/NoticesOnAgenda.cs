using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>What hangs in the name of a body is gone through at its next meeting.</summary>
internal sealed class NoticesOnAgenda : IAgendaOpening
{
    public int Position => 200;

    public AgendaOpeningTexts Texts { get; } =
        new(
            "Noticeboard.OnAgenda",
            "Noticeboard.OnAgendaHint",
            "Noticeboard.Noticeboard",
            "Noticeboard.OnPage",
            "Noticeboard.OnPaper",
            "Noticeboard.Notice",
            "Fields.PlaceId"
        );

    public string ListHref(Guid committeeId) => "notices";

    public Task<bool> AnyAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct) => Rows(db, committeeIds).AnyAsync(ct);

    public async Task<IReadOnlyList<AgendaOpeningMatter>> MattersAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct)
    {
        var places = db.Places;
        var rows = await Rows(db, committeeIds)
            .OrderBy(n => n.HangsUntil)
            .ThenBy(n => n.Id)
            .Select(n => new
            {
                n.Id,
                n.Title,
                n.State,
                n.HangsUntil,
                Place = places.Where(p => p.Id == n.PlaceId).Select(p => p.Name).First(),
            })
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(n => new AgendaOpeningMatter(
                n.Title,
                $"notices#{n.Id}",
                n.Place,
                Wording.KeyOf(typeof(NoticeState), n.State.ToString()),
                n.HangsUntil,
                IsDone: false,
                IsStuck: false
            )),
        ];
    }

    private static IQueryable<Notice> Rows(PortalDb db, IReadOnlyList<Guid> committeeIds) =>
        db.HangingNotices.Where(n => n.CommitteeId != null && committeeIds.Contains(n.CommitteeId.Value));
}
