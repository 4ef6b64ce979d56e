using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>The minutes for a unit to countersign, or as issued, with its current answer. Viewing records nothing.</summary>
public sealed class SeeCountersign(Door door)
{
    /// <param name="LastDay">Of the term.</param>
    /// <param name="IsOpen">The unit may still answer.</param>
    /// <param name="CountersignRound">In which it is or was asked.</param>
    /// <param name="IsThisRound">Otherwise the minutes were revised and sent again without this unit.</param>
    public sealed record Answer(
        Guid CountersignId,
        string Unit,
        MinutesText Text,
        MinutesState State,
        CountersignStanding Standing,
        DateOnly? LastDay,
        bool IsOpen,
        CountersignAnswer? Given,
        string? Comments,
        DateTimeOffset? AnsweredAt,
        ReplySource? ReplySource,
        string? Settlement,
        string ContactName,
        string ContactPhone,
        int CountersignRound,
        bool IsThisRound
    )
    {
        /// <summary>The function in which the reader answers, and for whom.</summary>
        public required Acting Acting { get; init; }

        /// <summary>The person who gave the current answer, and for whom; null if none.</summary>
        public Acting? Answered { get; init; }
    }

    /// <param name="countersignId">Null for a link, which is for one.</param>
    public async Task<Answer> AskAsync(Scope scope, Guid? countersignId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CountersignMinutes, ct);
        var (countersign, minutes, acting) = await Countersigns.OfResponderAsync(db, countersignId, ct);
        return await ReadAsync(db, countersign, minutes, acting, ct);
    }

    private static async Task<Answer> ReadAsync(
        PortalDb db,
        Countersign countersign,
        MeetingMinutes minutes,
        Acting acting,
        CancellationToken ct
    )
    {
        var (steps, units) = (db.MinutesSteps, db.Units);
        var known = await db
            .Meetings.Lifted("contact, unit and kept text of the minutes, for all who were due; never a draft")
            .Where(m => m.Id == minutes.MeetingId)
            .Select(m => new
            {
                m.ContactName,
                m.ContactPhone,
                Unit = units.Where(u => u.Id == countersign.UnitId).Select(u => u.Name).First(),
                KeptText = steps
                    .Where(s => s.MinutesId == minutes.Id && s.KeptText != null)
                    .OrderByDescending(s => s.RecordedAt)
                    .ThenByDescending(s => s.Id)
                    .Select(s => s.KeptText!)
                    .First(),
            })
            .SingleAsync(ct);
        var isThisRound = countersign.CountersignRound == minutes.CountersignRound;
        return new Answer(
            countersign.Id,
            known.Unit,
            MinutesText.FromJson(known.KeptText),
            minutes.State,
            Countersign.StandingOf(
                countersign.Answer,
                countersign.SettledAt is not null,
                isThisRound ? minutes.CountersignUntil : null,
                db.Today
            ),
            isThisRound ? minutes.LastDay : null,
            isThisRound && minutes.IsAsking(db.Today),
            countersign.Answer,
            countersign.Comments,
            countersign.AnsweredAt,
            countersign.ReplySource,
            countersign.Settlement,
            known.ContactName,
            known.ContactPhone,
            countersign.CountersignRound,
            isThisRound
        )
        {
            Acting = acting,
            Answered = countersign.ReplySource is { } source ? new Acting(source, countersign.AnsweredBy, countersign.AnsweredFor) : null,
        };
    }
}
