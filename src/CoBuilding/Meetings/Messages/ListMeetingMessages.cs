using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Messages;

/// <summary>All messages about a meeting with their results, the latest first; those that need action before all others.</summary>
public sealed class ListMeetingMessages(Door door)
{
    public sealed record Question : ListQuestion
    {
        public Guid MeetingId { get; init; }
        public MessageState? State { get; init; }

        /// <summary>Of one invitation.</summary>
        public Guid? InvitationId { get; init; }
    }

    /// <param name="Name">Null to a group.</param>
    /// <param name="Address">Masked, as it is now.</param>
    public sealed record Row(
        Guid Id,
        long RowVersion,
        MeetingMessageKind Topic,
        ChannelKind Channel,
        string? Unit,
        string? Name,
        Addressee? Office,
        string? Address,
        MessageState State,
        DateTimeOffset QueuedAt,
        DateTimeOffset DueAt,
        DateTimeOffset? SentAt,
        int Tries,
        DeliveryFailure? Failure,
        string? Detail
    );

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        if (!await db.Meetings.AnyAsync(m => m.Id == question.MeetingId, ct))
            throw new NotFound();
        var (messages, people, units, invitations) = (db.Messages.AsNoTracking(), db.People, db.Units, db.Invitations);
        var page = await messages
            .Where(m => m.WithinId == question.MeetingId)
            .Where(m =>
                (question.State == null || m.State == question.State)
                && (question.InvitationId == null || m.SubjectId == question.InvitationId)
            )
            .PageAsync(
                question,
                InOrder,
                ids =>
                    InOrder(messages.Where(m => ids.Contains(m.Id)))
                        .Select(m => new
                        {
                            Message = m,
                            Unit = units
                                .Where(u => invitations.Any(i => i.Id == m.SubjectId && i.UnitId == u.Id))
                                .Select(u => u.Name)
                                .FirstOrDefault(),
                            Name = people.Where(p => p.Id == m.PersonId).Select(p => p.Name).FirstOrDefault(),
                            Reached = people
                                .Where(p => people.Any(q => q.Id == m.PersonId && p.Id == (q.MergedIntoId ?? q.Id)))
                                .Select(p => new { p.Mobile, p.Email })
                                .FirstOrDefault(),
                        }),
                ct
            );
        return new Page<Row>(
            [
                .. page.Rows.Select(x =>
                    RowOf(
                        x.Message,
                        x.Unit,
                        x.Name,
                        x.Message.Channel == ChannelKind.Email ? Person.MaskEmail(x.Reached?.Email)
                            : x.Message.Channel == ChannelKind.Sms ? Person.Mask(x.Reached?.Mobile)
                            : null
                    )
                ),
            ],
            page.Total,
            page.Number,
            page.Size
        );
    }

    private static IQueryable<Message> InOrder(IQueryable<Message> messages) =>
        messages
            .OrderBy(m =>
                m.State == MessageState.Failed || m.State == MessageState.Uncertain ? 0
                : m.State == MessageState.Unaddressed ? 1
                : 2
            )
            .ThenByDescending(m => m.QueuedAt)
            .ThenBy(m => m.Id);

    private static Row RowOf(Message m, string? unit, string? name, string? address) =>
        new(
            m.Id,
            m.RowVersion,
            Enum.Parse<MeetingMessageKind>(m.Writer.Split('/')[^1]),
            m.Channel,
            unit,
            name,
            m.Addressee,
            address,
            m.State,
            m.QueuedAt,
            m.DueAt,
            m.SentAt,
            m.Tries,
            m.Failure,
            m.Detail
        );
}
