using CoBuilding.Texts;

namespace CoBuilding.Meetings;

/// <summary>Where an answer its origin.</summary>
[TextsIn("Meetings")]
public enum ReplySource
{
    Holder,
    LiaisonOfficer,

    /// <summary>The clerk, who was told by phone.</summary>
    Clerk,
}
