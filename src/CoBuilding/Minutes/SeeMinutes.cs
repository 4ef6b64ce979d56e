using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Resolutions;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>A meeting's minutes for staff: the current text, each unit's answer, every step, and the resolutions.</summary>
public sealed class SeeMinutes(Door door)
{
    /// <param name="RowVersion">The minutes' version; an item's is <see cref="Item.RowVersion"/>.</param>
    /// <param name="Text">While they are written, as typed so far; afterwards as sent or issued.</param>
    /// <param name="Units">Of this round; while the minutes are changed, of the round before.</param>
    public sealed record Answer(
        Guid? MinutesId,
        long RowVersion,
        MeetingFacts Meeting,
        MeetingState MeetingState,
        string Host,
        MinutesState State,
        int Version,
        MinutesText Text,
        IReadOnlyList<Item> Items,
        DateOnly? LastDay,
        bool IsTermOver,
        IReadOnlyList<Unit> Units,
        IReadOnlyList<StepRow> Steps,
        IReadOnlyList<ResolutionMade> Resolutions,
        MinutesRule Rule,
        DateOnly Today
    )
    {
        /// <summary>
        /// While they are with the units: the text with the meeting's facts as they are known now, where these are others than was sent.
        /// </summary>
        public MinutesText? Moved { get; init; }

        public int Silent => Units.Count(u => u.Standing is CountersignStanding.Waiting or CountersignStanding.Silent);
        public bool IsFullyAnswered => Units.All(u => u.Standing is CountersignStanding.NoObjection or CountersignStanding.Settled);
        public bool HasComments => Units.Any(u => u.Standing == CountersignStanding.Comments);
    }

    public sealed record Item(Guid Id, long RowVersion);

    public sealed record MinutesRule(int CountersignWorkdays, bool CountsVotes)
    {
        internal static MinutesRule Of(MinutesSetting setting) => new(setting.CountersignWorkdays, setting.CountsVotes);
    }

    public sealed record Unit(
        Guid CountersignId,
        long RowVersion,
        string Name,
        CountersignStanding Standing,
        string? Comments,
        DateTimeOffset? AnsweredAt,
        ReplySource? ReplySource,
        string? ToldBy,
        string? Settlement
    )
    {
        /// <summary>A link was created for it, or its people have an account; otherwise it may not have been informed.</summary>
        public bool WasReached { get; init; }

        /// <summary>The person who answered, and for whom; null if none.</summary>
        public Acting? Answered { get; init; }
    }

    /// <param name="Who">The recorder's name where the account is within reach, the login otherwise.</param>
    /// <param name="HasContent">What was sent or issued then can be read.</param>
    public sealed record StepRow(
        Guid Id,
        MinutesAction Kind,
        string? Reason,
        DateOnly? LastDay,
        bool HasContent,
        DateTimeOffset RecordedAt,
        string? Who
    );

    /// <summary>What was agreed to be done.</summary>
    public sealed record ResolutionMade(Guid Id, Guid? ItemId, string Matter, ResolutionState State, DateOnly? Deadline, string? Lead);

    /// <param name="meetingId">The meeting; its minutes may not have been begun.</param>
    public async Task<Answer> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var meeting = await SeeMeeting.ReadAsync(db, meetingId, withReasons: false, ct);
        var (all, settings) = (db.Minutes, db.MinutesSettings);
        var (minutes, setting) = await db
            .Meetings.AsNoTracking()
            .Where(m => m.Id == meetingId)
            .Select(m =>
                ValueTuple.Create(all.FirstOrDefault(x => x.MeetingId == meetingId), settings.FirstOrDefault(s => s.TenantId == m.TenantId))
            )
            .SingleAsync(ct);
        var rule = MinutesRule.Of(setting ?? MinutesSetting.Customary);
        var made = await ResolutionsAsync(db, meetingId, ct);
        if (minutes is null)
        {
            var none = MinutesText.Of(
                meeting,
                new MeetingMinutes
                {
                    MeetingId = meetingId,
                    CommitteeId = meeting.Meeting.CommitteeId,
                    PlaceId = meeting.Meeting.PlaceId,
                },
                []
            );
            return new Answer(
                null,
                0,
                meeting.Meeting,
                meeting.State,
                meeting.Host,
                MinutesState.Drafting,
                0,
                none,
                [],
                null,
                false,
                [],
                [],
                made,
                rule,
                db.Today
            );
        }
        var items = await MinutesText.ItemsAsync(db, minutes.Id, ct);
        var steps = await StepsAsync(db, minutes.Id, ct);
        var now = MinutesText.Of(meeting, minutes, [.. items.Select(i => i.Item)]);
        var text = minutes.State == MinutesState.Drafting ? now : await ContentAsync(db, minutes.Id, null, ct);
        return new Answer(
            minutes.Id,
            minutes.RowVersion,
            meeting.Meeting,
            meeting.State,
            meeting.Host,
            minutes.State,
            minutes.Version,
            text,
            [.. items.Select(i => new Item(i.Item.Id, i.RowVersion))],
            minutes.LastDay,
            db.Today >= minutes.CountersignUntil,
            await UnitsAsync(db, minutes, ct),
            steps,
            made,
            rule,
            db.Today
        )
        {
            Moved = minutes.State == MinutesState.Countersigning && !text.HasFactsOf(now) ? now : null,
        };
    }

    /// <summary>The text kept by a step; by default the latest.</summary>
    internal static async Task<MinutesText> ContentAsync(PortalDb db, Guid minutesId, Guid? stepId, CancellationToken ct) =>
        MinutesText.FromJson(
            await db
                .MinutesSteps.Where(s => s.MinutesId == minutesId && s.KeptText != null && (stepId == null || s.Id == stepId))
                .OrderByDescending(s => s.RecordedAt)
                .ThenByDescending(s => s.Id)
                .Select(s => s.KeptText!)
                .FirstOrDefaultAsync(ct)
                ?? throw new NotFound()
        );

    private static async Task<IReadOnlyList<Unit>> UnitsAsync(PortalDb db, MeetingMinutes minutes, CancellationToken ct)
    {
        var (links, grants) = (db.Links, db.Grants.On(db.Today));
        var rows = await db
            .Countersigns.AsNoTracking()
            .Where(c => c.MinutesId == minutes.Id && c.CountersignRound == minutes.CountersignRound)
            .Join(
                Countersigns.Units(db),
                c => c.UnitId,
                u => u.Id,
                (c, u) =>
                    new
                    {
                        c,
                        u.Name,
                        WasReached = links.Any(l => l.SubjectId == c.Id && l.RevokedAt == null) || grants.Any(g => g.UnitId == c.UnitId),
                    }
            )
            .OrderBy(x => x.c.Id)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(x => new Unit(
                x.c.Id,
                x.c.RowVersion,
                x.Name,
                Countersign.StandingOf(x.c.Answer, x.c.SettledAt is not null, minutes.CountersignUntil, db.Today),
                x.c.Comments,
                x.c.AnsweredAt,
                x.c.ReplySource,
                x.c.ToldBy,
                x.c.Settlement
            )
            {
                WasReached = x.WasReached,
                Answered = x.c.ReplySource is { } source ? new Acting(source, x.c.AnsweredBy, x.c.AnsweredFor) : null,
            }),
        ];
    }

    private static async Task<IReadOnlyList<StepRow>> StepsAsync(PortalDb db, Guid minutesId, CancellationToken ct)
    {
        var (journal, accounts) = (db.Journal, db.Accounts);
        return await db
            .MinutesSteps.AsNoTracking()
            .Where(s => s.MinutesId == minutesId)
            .OrderBy(s => s.RecordedAt)
            .ThenBy(s => s.Id)
            .Select(s => new StepRow(
                s.Id,
                s.Action,
                s.Reason,
                s.Until == null ? null : s.Until.Value.AddDays(-1),
                s.KeptText != null,
                s.RecordedAt,
                journal
                    .Where(j => j.SubjectId == s.Id && j.At == s.RecordedAt)
                    .Select(j => accounts.Where(a => a.Id == j.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? j.ActorName)
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<ResolutionMade>> ResolutionsAsync(PortalDb db, Guid meetingId, CancellationToken ct)
    {
        var units = db.Units;
        return await db
            .Resolutions.AsNoTracking()
            .Where(r => r.MeetingId == meetingId)
            .OrderBy(r => r.Id)
            .Select(r => new ResolutionMade(
                r.Id,
                r.MinutesItemId,
                r.Matter,
                r.State,
                r.Deadline,
                r.LeadOffice ?? units.Where(u => u.Id == r.LeadUnitId).Select(u => u.Name).FirstOrDefault()
            ))
            .ToListAsync(ct);
    }
}
