using CoBuilding.Access;

namespace CoBuilding.Meetings;

/// <summary>An answer as given, trimmed; fields that its kind does not have are null.</summary>
public sealed record Answer(Reply Reply, string? SubstituteName, string? SubstitutePost, string? LeaveReason, string? ToldBy)
{
    public static Answer Of(Reply reply, string? substituteName, string? substitutePost, string? leaveReason, string? toldBy = null) =>
        new(
            reply,
            reply == Reply.Substitute ? substituteName.OrNull() : null,
            reply == Reply.Substitute ? substitutePost.OrNull() : null,
            reply == Reply.Leave ? leaveReason.OrNull() : null,
            toldBy.OrNull()
        );
}
