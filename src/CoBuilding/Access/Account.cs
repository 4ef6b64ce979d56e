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
    [Derived]
    public string FindKeys
    {
        get => Texts.Pinyin.FindKeys(true, DisplayName, Login);
        private set { }
    }

    /// <summary>The person of the account, if recorded.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The place of the office or the unit, whose clerks may manage the account.</summary>
    public required Guid PlaceId { get; set; }
    public Guid? UnitId { get; set; }

    [Secret]
    public string? PasswordHash { get; set; }

    [Secret]
    public string SecurityStamp { get; set; } = "";
    public int FailedSignIns { get; set; }

    /// <summary>
    /// UTC. After five failures sign-in is locked until then, except with a one-time code or on a device that signed in before.
    /// </summary>
    public DateTimeOffset? LockedUntil { get; set; }

    [Secret]
    public string? OneTimeCodeHash { get; set; }
    public DateTimeOffset? OneTimeCodeUntil { get; set; }
    public bool MustChangePassword { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? Language { get; set; }

    public static string Normalize(string login) => login.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
}
