using CoBuilding.Texts;

namespace CoBuilding.Committees;

/// <summary>
/// The standard kind of a body, on which rules depend; the district's own name is in <see cref="DistrictCommitteeKind"/>. The coordination
/// bodies of the three levels and the big ones are separate, each with its own seats.
/// </summary>
[TextsIn("Committees")]
public enum CommitteeKind
{
    /// <summary>District.</summary>
    Guidance,

    /// <summary>Street.</summary>
    Coordination,

    /// <summary>Community.</summary>
    Consultation,

    /// <summary>Street.</summary>
    BigWorking,

    /// <summary>Community.</summary>
    BigParty,

    /// <summary>A thematic body across places, hosted by one of any level; its units reside anywhere in the district.</summary>
    Consortium,

    /// <summary>Any other kind of a district.</summary>
    Own,
}
