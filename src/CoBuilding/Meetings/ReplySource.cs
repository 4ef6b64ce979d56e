namespace CoBuilding.Meetings;

/// <summary>Where an answer its origin.</summary>
public enum ReplySource
{
    Holder,
    LiaisonOfficer,

    /// <summary>The clerk, who was told by phone.</summary>
    Clerk,
}
