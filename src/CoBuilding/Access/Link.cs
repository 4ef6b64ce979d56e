using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>A phone link with one right, one subject and one addressee. It never starts a session.</summary>
public sealed class Link : Tenanted
{
    [Secret]
    public required byte[] TokenHash { get; init; }
    public required Right Right { get; init; }
    public required Guid SubjectId { get; set; }

    /// <summary>The parent of the subject, which the link shows as well: an invitation's meeting, a call's plan.</summary>
    public required Guid WithinId { get; init; }
    public required Addressee Addressee { get; init; }

    /// <summary>The addressee when the link was created. A successor in that function gets a separate link.</summary>
    public required Guid PersonId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>UTC; the expiry that depends on the right.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
