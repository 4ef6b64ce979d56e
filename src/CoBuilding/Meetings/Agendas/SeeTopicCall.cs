using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Words;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>
/// What a unit is asked: for which meeting, until when, and its own topics with the answers to them. Viewing records nothing.
/// </summary>
public sealed class SeeTopicCall(Door door)
{
    public sealed record Answer(
        Guid CallId,
        string Host,
        string Title,
        DateOnly FirstDay,
        DateOnly LastDay,
        DateTimeOffset? CollectUntil,
        PlanState State,
        string? Reason,
        string? Unit,
        Acting Acting,
        IReadOnlyList<Own> Topics,
        IReadOnlyList<SeeMeetingWords.Row> Categories
    );

    public sealed record Own(
        Guid Id,
        string Title,
        Guid? CategoryId,
        string? Necessity,
        int? Minutes,
        TopicState State,
        string? Reply,
        string? MergedInto,
        IReadOnlyList<TopicAttachment.Facts> Attachments
    );

    /// <param name="callId">Null for a link, which is for one call.</param>
    public async Task<Answer> AskAsync(Scope scope, Guid? callId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ProposeTopics, ct);
        var (call, plan, acting) = await TopicCalls.OfResponderAsync(db, callId, ct);
        return await ReadAsync(db, call, plan, acting, ct);
    }

    private static async Task<Answer> ReadAsync(PortalDb db, TopicCall call, MeetingPlan plan, Acting acting, CancellationToken ct)
    {
        var (committees, units) = (db.Committees.Lifted("names of the host and of the unit, for all who are asked for topics"), db.Units);
        var names = await committees
            .Where(c => c.Id == plan.CommitteeId)
            .Select(c => new { Host = c.Name, Unit = units.Where(u => u.Id == call.UnitId).Select(u => u.Name).FirstOrDefault() })
            .SingleAsync(ct);
        var topics = db.Topics.Lifted("the unit's own topics with their answers and attachments, for who is asked");
        var attachments = TopicAttachment.FactsOf(db.TopicAttachments, db.KeptFiles.Where(f => f.ErasedAt == null));
        var own = await topics
            .AsNoTracking()
            .Where(t => t.CallId == call.Id && t.State != TopicState.Withdrawn)
            .OrderBy(t => t.ProposedAt)
            .ThenBy(t => t.Id)
            .Select(t => new Own(
                t.Id,
                t.Title,
                t.CategoryId,
                t.Necessity,
                t.Minutes,
                t.State,
                t.Answer,
                topics.Where(o => o.Id == t.MergedIntoId).Select(o => o.Title).FirstOrDefault(),
                attachments.Where(a => a.TopicId == t.Id).ToList()
            ))
            .ToListAsync(ct);
        var categories = await SeeMeetingWords
            .Rows(db.MeetingWords.Where(w => w.List == MeetingWordList.TopicCategories && w.RetiredOn == null))
            .ToListAsync(ct);
        return new Answer(
            call.Id,
            names.Host,
            plan.Title,
            plan.FirstDay,
            plan.LastDay,
            plan.CollectUntil,
            plan.StateAt(db.Now),
            plan.WithdrawnBecause,
            names.Unit,
            acting,
            own,
            categories
        );
    }
}
