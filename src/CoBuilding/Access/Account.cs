using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>Somebody who signs in to one district. Passwords, lockout and the security stamp are handled by Identity's <c>UserManager</c>.</summary>
public sealed class Account : Tenanted
{
    public const int LongestLogin = 40;

    public required string Login { get; set; }
    public required string NormalizedLogin { get; set; }
    public required string DisplayName { get; set; }

    /// <summary>The name and the login as typed, in pinyin and by initials; see <see cref="Texts.Pinyin.FindKeys"/>.</summary>
    [Derived] public string FindKeys { get => Texts.Pinyin.FindKeys(true, DisplayName, Login); private set { } }

    /// <summary>The person behind it, where the units' room knows one.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The office or the unit's place: whose clerks may look after the account.</summary>
    public required Guid PlaceId { get; set; }
    public Guid? UnitId { get; set; }

    [Secret] public string? PasswordHash { get; set; }
    [Secret] public string SecurityStamp { get; set; } = "";
    public int FailedSignIns { get; set; }

    /// <summary>UTC. After five failures sign-in waits until then; a one-time code and a device that signed in before are not kept waiting.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    [Secret] public string? OneTimeCodeHash { get; set; }
    public DateTimeOffset? OneTimeCodeUntil { get; set; }
    public bool MustChangePassword { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? Language { get; set; }

    public static string Normalize(string login) => login.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
}

/// <summary>One signed-in browser. Ending the row ends every open page of it at the next click.</summary>
public sealed class Session : Tenanted
{
    /// <summary>A page that was not used for this long asks for the password again.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(2);
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);

    /// <summary>How exact <see cref="LastUsedAt"/> is: it is written at most once in this time.</summary>
    public static readonly TimeSpan LastUseIsKept = TimeSpan.FromMinutes(1);

    public required Guid AccountId { get; init; }
    [Secret] public required byte[] SecretHash { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset LastUsedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A role for a place with its subtree or for one unit, from a day until (not including) another.</summary>
public sealed class Grant : Tenanted
{
    public required Guid AccountId { get; init; }
    public required Role Role { get; init; }

    /// <summary>Where; for a unit's role the place in which the unit resides.</summary>
    public required Guid PlaceId { get; set; }
    public Guid? UnitId { get; set; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    /// <summary>The post that brought it; ending that post ends it.</summary>
    public Guid? PostId { get; init; }

    public bool IsCurrent(DateOnly day) => From <= day && (Until is null || Until > day);
}

/// <summary>A link on a phone: one right, one subject, one addressee. It never starts a session.</summary>
public sealed class Link : Tenanted
{
    [Secret] public required byte[] TokenHash { get; init; }
    public required Right Right { get; init; }
    public required Guid SubjectId { get; set; }

    /// <summary>What the subject belongs to and the link shows as well: an invitation's meeting, a call's plan.</summary>
    public required Guid WithinId { get; init; }
    public required Addressee Addressee { get; init; }

    /// <summary>Who the addressee was when the link was made. Whoever follows in that office gets a link of their own.</summary>
    public required Guid PersonId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>UTC; the right's own end.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

public enum Addressee
{
    Holder,
    LiaisonOfficer,
}
