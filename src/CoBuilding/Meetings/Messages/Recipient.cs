using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Meetings.Facts;

namespace CoBuilding.Meetings.Messages;

/// <summary>A recipient of a message about one invitation.</summary>
/// <param name="Mobile">The whole number, for sending; pages get it masked.</param>
internal sealed record Recipient(
    Guid InvitationId,
    string? Unit,
    string Seat,
    Addressee Office,
    Guid PersonId,
    string Name,
    string? Mobile,
    string? Email,
    bool HasAnswered
)
{
    public Guid? UnitId { get; init; }

    /// <summary>Null while invited, and if nobody was told of the invitation.</summary>
    public SeeMeeting.Withdrawal? Withdrawal { get; init; }

    /// <summary>The unit, or the person of a seat without one.</summary>
    public string To => Unit ?? Name;

    public string? AddressFor(ChannelKind channel) => channel == ChannelKind.Email ? Email : Mobile;
}
