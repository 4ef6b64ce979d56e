using CoBuilding.Texts;

namespace CoBuilding.Committees;

/// <summary>The state of a committee, from preparation to dissolution.</summary>
[TextsIn("Lifecycle")]
public enum CommitteeState
{
    Preparing,
    Submitted,
    Returned,

    /// <summary>To be established: approved, or recorded for a day to come.</summary>
    Approved,
    InTerm,

    /// <summary>The term ends within <see cref="CommitteeLifecycle.NearMonths"/>.</summary>
    DueSoon,
    Extended,

    /// <summary>The term has ended without renewal or extension.</summary>
    Overdue,
    Renewing,
    Dissolved,

    /// <summary>Its preparation was given up.</summary>
    GivenUp,
}
