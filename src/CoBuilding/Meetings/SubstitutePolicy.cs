using CoBuilding.Texts;

namespace CoBuilding.Meetings;

/// <summary>The policy on substitutes.</summary>
[TextsIn("Attendance")]
public enum SubstitutePolicy
{
    Free,

    /// <summary>The host's consent is required; a substitute without it is not counted.</summary>
    AllowedWithApproval,
    NotAllowed,
}
