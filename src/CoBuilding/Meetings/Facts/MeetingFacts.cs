using CoBuilding.Meetings.Words;

namespace CoBuilding.Meetings.Facts;

/// <summary>What pages and papers say about a meeting.</summary>
public sealed record MeetingFacts
{
    public required Guid Id { get; init; }

    /// <summary>The meeting's version.</summary>
    public required long RowVersion { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required MeetingKind Kind { get; init; }

    /// <summary>The district's word for it.</summary>
    public required Guid KindId { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The day of the start, in China.</summary>
    public required DateOnly Day { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string Venue { get; init; }
    public required DateTimeOffset ReplyBy { get; init; }
    public required string ContactName { get; init; }
    public required string ContactPhone { get; init; }
    public string? Remark { get; init; }
    public DateTimeOffset? NotifiedAt { get; init; }
    public required int NoticeRevision { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public string? CancelReason { get; init; }
    public DateTimeOffset? PostponedAt { get; init; }
    public string? PostponeReason { get; init; }

    /// <inheritdoc cref="Meeting.MarkedFrom"/>
    public DateTimeOffset? MarkedFrom { get; init; }
    public required SubstitutePolicy Substitutes { get; init; }
    public required bool AsksLeave { get; init; }
    public required Quorum Quorum { get; init; }

    internal static MeetingFacts Of(Meeting meeting) =>
        new()
        {
            Id = meeting.Id,
            RowVersion = meeting.RowVersion,
            CommitteeId = meeting.CommitteeId,
            PlaceId = meeting.PlaceId,
            Kind = meeting.Kind,
            KindId = meeting.KindId,
            Title = meeting.Title,
            StartsAt = meeting.StartsAt,
            Day = meeting.Day,
            EndsAt = meeting.EndsAt,
            Venue = meeting.Venue,
            ReplyBy = meeting.ReplyBy,
            ContactName = meeting.ContactName,
            ContactPhone = meeting.ContactPhone,
            Remark = meeting.Remark,
            NotifiedAt = meeting.NotifiedAt,
            NoticeRevision = meeting.NoticeRevision,
            CancelledAt = meeting.CancelledAt,
            CancelReason = meeting.CancelReason,
            PostponedAt = meeting.PostponedAt,
            PostponeReason = meeting.PostponeReason,
            MarkedFrom = meeting.MarkedFrom,
            Substitutes = meeting.Substitutes,
            AsksLeave = meeting.AsksLeave,
            Quorum = meeting.Quorum,
        };
}
