using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>An account of one district. Passwords, lockout and the security stamp are handled by Identity's <c>UserManager</c>.</summary>
public sealed class Account : Tenanted
{
    public const int LongestLogin = 40;

    public required string Login { get; set; }
    public required string NormalizedLogin { get; set; }
    public required string DisplayName { get; set; }

    /// <summary>The name and the login as typed, in pinyin and by initials; see <see cref="Texts.Pinyin.FindKeys"/>.</summary>
    [Derived] public string FindKeys { get => Texts.Pinyin.FindKeys(true, DisplayName, Login); private set { } }

    /// <summary>The person of the account, if recorded.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The place of the office or the unit, whose clerks may manage the account.</summary>
    public required Guid PlaceId { get; set; }
    public Guid? UnitId { get; set; }

    [Secret] public string? PasswordHash { get; set; }
    [Secret] public string SecurityStamp { get; set; } = "";
    public int FailedSignIns { get; set; }

    /// <summary>
    /// UTC. After five failures sign-in is locked until then, except with a one-time code or on a device that signed in before.
    /// </summary>
    public DateTimeOffset? LockedUntil { get; set; }

    [Secret] public string? OneTimeCodeHash { get; set; }
    public DateTimeOffset? OneTimeCodeUntil { get; set; }
    public bool MustChangePassword { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? Language { get; set; }

    public static string Normalize(string login) => login.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
}

/// <summary>A session of one browser. Ending it signs out its open pages at the next click.</summary>
public sealed class Session : Tenanted
{
    /// <summary>The idle time after which a session ends.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(2);
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);

    /// <summary><see cref="LastUsedAt"/> is written at most once in this time.</summary>
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

    /// <summary>The post that the grant belongs to; it ends with the post.</summary>
    public Guid? PostId { get; init; }

    public bool IsCurrent(DateOnly day) => From <= day && (Until is null || Until > day);
}

/// <summary>A phone link with one right, one subject and one addressee. It never starts a session.</summary>
public sealed class Link : Tenanted
{
    [Secret] public required byte[] TokenHash { get; init; }
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

public enum Addressee
{
    Holder,
    LiaisonOfficer,
}
