using CoBuilding.Data;

namespace CoBuilding.Places.PartyChain;

/// <summary>
/// A Party organization of a street or community. The one that leads its place has no superior here: it stands below the one that
/// leads the place above.
/// </summary>
public sealed class PartyOrganization : Tenanted, IEnds
{
    public required Guid PlaceId { get; init; }
    public required ChainKind Kind { get; set; }
    public required string Name { get; set; }

    /// <summary>Within the same place.</summary>
    public Guid? SuperiorId { get; private set; }

    /// <summary>Null if not known.</summary>
    public DateOnly? EstablishedOn { get; set; }

    /// <summary>The first day without it.</summary>
    public DateOnly? Until { get; private set; }

    public bool ExistsOn(DateOnly day) => !(EstablishedOn > day) && !this.HasEndedBy(day);

    /// <summary>Puts it below another of its place, or at the head of its place.</summary>
    /// <exception cref="RuleBroken">Its kind does not lead such a place, or the other is elsewhere, has ended or is of a kind below which
    /// it cannot stand.</exception>
    public void StandBelow(PartyOrganization? superior, Place place)
    {
        if (superior is null)
        {
            if (!Kind.MayLead(place.Level))
                throw PartyChainRules.CannotLead(place.Name);
        }
        else
        {
            if (superior.PlaceId != PlaceId)
                throw PartyChainRules.SuperiorElsewhere(place.Name);
            if (superior.Until is { } ended)
                throw PartyChainRules.SuperiorHasEnded(ended);
            if (superior.Id == Id || !Kind.MayStandBelow(superior.Kind, superior.SuperiorId is null))
                throw PartyChainRules.SuperiorOfWrongKind(superior.Name);
        }
        SuperiorId = superior?.Id;
    }

    /// <summary>Records how many members it has on a day.</summary>
    /// <exception cref="RuleBroken">The day is to come, or it was not there then.</exception>
    public MemberCount Count(Guid countId, DateOnly asOf, int members, DateOnly today, DateTimeOffset now)
    {
        if (asOf > today)
            throw PartyChainRules.CountedAhead();
        if (!ExistsOn(asOf))
            throw PartyChainRules.NotThereThen(Name);
        return new MemberCount
        {
            Id = countId,
            OrganizationId = Id,
            PlaceId = PlaceId,
            AsOf = asOf,
            Members = members,
            RecordedAt = now,
        };
    }

    /// <exception cref="RuleBroken">It has ended, or would end before it was established.</exception>
    public void End(DateOnly on)
    {
        if (Until is { } before)
            throw PartyChainRules.AlreadyEnded(before);
        if (on <= EstablishedOn)
            throw PartyChainRules.EndsBeforeItBegins(EstablishedOn.Value);
        Until = on;
    }
}
