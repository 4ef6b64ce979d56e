using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>The notices which a unit was asked to hang up, for its people; the newest first.</summary>
public sealed class ListMyUnitNotices(Door door)
{
    public sealed record Question : ListQuestion;

    public sealed record Row(Guid Id, string Title, DateOnly HangsUntil, NoticeState State);

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AnswerInvitation, ct);
        return await db
            .Notices.AsNoTracking()
            .OrderByDescending(n => n.HungAt)
            .ThenBy(n => n.Id)
            .Select(n => new Row(n.Id, n.Title, n.HangsUntil, n.State))
            .PageAsync(question, ct);
    }
}
