using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>Notices that end soon.</summary>
public sealed class NoticeEndsMatters : IDashboardMatters
{
    public const string TextKey = "Noticeboard.Waits_NoticeEnds";

    public string Key => TextKey;
    public int Position => 200;

    public IQueryable<DashboardMatter> Matters(PortalDb db)
    {
        var (soon, places) = (db.Today.AddDays(Notice.EndsSoonDays), db.Places);
        return db
            .HangingNotices.Where(n => n.HangsUntil <= soon)
            .Select(n => new DashboardMatter
            {
                SubjectId = n.Id,
                Title = n.Title,
                Place = places.Where(p => p.Id == n.PlaceId).Select(p => p.Name).First(),
                Count = 1,
                Deadline = ChinaTime.At(n.HangsUntil, TimeOnly.MinValue),
            });
    }
}
