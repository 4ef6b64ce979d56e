using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>Notices that end soon: should another one follow?</summary>
public sealed class NoticeToDos : IToDos
{
    public const string NoticeEnds = nameof(NoticeEnds);

    public Right Right => Right.ManageCommittees;
    public IReadOnlyList<string> Kinds => [NoticeEnds];

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([Ending(db)]);

    private static IQueryable<ToDo> Ending(PortalDb db)
    {
        var (today, soon, places) = (db.Today, db.Today.AddDays(Notice.EndsSoonDays), db.Places);
        return db
            .HangingNotices.Where(n => n.HangsUntil <= soon)
            .Select(n => new ToDo
            {
                Kind = NoticeEnds,
                SubjectId = n.Id,
                Title = n.Title,
                Host = places.Where(p => p.Id == n.PlaceId).Select(p => p.Name).First(),
                Deadline = ChinaTime.At(n.HangsUntil, TimeOnly.MinValue),
                Count = 0,
                IsOverdue = n.HangsUntil < today,
                OnlyWaits = false,
                PeriodFrom = null,
            });
    }
}
