using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>The planned meetings within reach: those under way first, the earliest first; then those that are over.</summary>
public sealed class ListPlans(Door door)
{
    public sealed record Question : ListQuestion
    {
        public PlanState? State { get; init; }
        public Guid? CommitteeId { get; init; }

        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }
    }

    // Init properties, not a constructor, so that the to-dos can compose queries over these rows.
    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }
        public required Guid CommitteeId { get; init; }
        public required string Host { get; init; }
        public required string Place { get; init; }
        public required string? KindStandard { get; init; }
        public required string KindName { get; init; }
        public required DateOnly FirstDay { get; init; }
        public required DateOnly LastDay { get; init; }
        public required DateTimeOffset? CollectUntil { get; init; }
        public required PlanState State { get; init; }
        public required Guid? MeetingId { get; init; }
        public required int Topics { get; init; }
        public required int Unanswered { get; init; }

        /// <summary>In the current language.</summary>
        public string Kind => MeetingWord.Say(MeetingWordList.MeetingKinds, KindStandard, KindName);
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await Rows(db, question).PageAsync(question, ct);
    }

    internal static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var (needle, name, now, state, topics, plans) = (
            question.Needle(),
            question.NameNeedle(),
            db.Now,
            question.State,
            db.Topics,
            db.MeetingPlans
        );
        return db
            .MeetingPlans.AsNoTracking()
            .Where(p => question.CommitteeId == null || p.CommitteeId == question.CommitteeId)
            .Join(db.Committees, p => p.CommitteeId, c => c.Id, (p, c) => new { p, c })
            .Join(
                db.Places,
                x => x.p.PlaceId,
                place => place.Id,
                (x, place) =>
                    new
                    {
                        x.p,
                        x.c,
                        place,
                    }
            )
            .Join(
                db.MeetingWords,
                x => x.p.KindId,
                w => w.Id,
                (x, w) =>
                    new
                    {
                        x.p,
                        x.c,
                        x.place,
                        w,
                        State = x.p.WithdrawnAt != null ? PlanState.Withdrawn
                        : x.p.MergedIntoId != null ? PlanState.Merged
                        : x.p.MeetingId != null ? PlanState.Called
                        : x.p.CollectUntil == null ? PlanState.Planned
                        : now < x.p.CollectUntil ? PlanState.Collecting
                        : PlanState.Reviewing,
                    }
            )
            .Where(x => state == null || x.State == state)
            .Where(x => question.PlaceId == null || x.place.Id == question.PlaceId || x.place.ParentId == question.PlaceId)
            .Where(x => needle == null || x.p.Title.Contains(needle) || x.c.FindKeys.Contains(name!) || x.place.Name.Contains(needle))
            .OrderBy(x => x.p.WithdrawnAt != null || x.p.MergedIntoId != null || x.p.MeetingId != null)
            .ThenBy(x => x.p.FirstDay)
            .ThenBy(x => x.p.Id)
            .Select(x => new Row
            {
                Id = x.p.Id,
                Title = x.p.Title,
                CommitteeId = x.c.Id,
                Host = x.c.Name,
                Place = x.place.Name,
                KindStandard = x.w.Standard,
                KindName = x.w.Name,
                FirstDay = x.p.FirstDay,
                LastDay = x.p.LastDay,
                CollectUntil = x.p.CollectUntil,
                State = x.State,
                MeetingId = x.p.MeetingId,
                Topics = topics.Count(t =>
                    t.State != TopicState.Withdrawn && (t.PlanId == x.p.Id || plans.Any(j => j.Id == t.PlanId && j.MergedIntoId == x.p.Id))
                ),
                Unanswered = topics.Count(t =>
                    t.State == TopicState.Proposed && (t.PlanId == x.p.Id || plans.Any(j => j.Id == t.PlanId && j.MergedIntoId == x.p.Id))
                ),
            });
    }
}
