using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>The notices within reach, those first that are taken down first.</summary>
public sealed class ListNotices(Door door)
{
    public sealed record Question : ListQuestion;

    public sealed record Row(Guid Id, string Title, string Topic, string Place, DateOnly HangsUntil, NoticeState State, long RowVersion);

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeUnits, ct);
        return await Rows(db).PageAsync(question, ct);
    }

    internal static IQueryable<Row> Rows(PortalDb db)
    {
        var (places, topics) = (db.Places, db.NoticeTopics);
        return db
            .Notices.AsNoTracking()
            .OrderBy(n => n.HangsUntil)
            .ThenBy(n => n.Id)
            .Select(n => new Row(
                n.Id,
                n.Title,
                topics.First(t => t.Id == n.NoticeTopicId).Name,
                places.First(p => p.Id == n.PlaceId).Name,
                n.HangsUntil,
                n.State,
                n.RowVersion
            ));
    }
}
