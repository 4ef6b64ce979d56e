using CoBuilding.Texts;

namespace CoBuilding.Jobs;

[TextsIn("Jobs")]
public enum MailSecurity
{
    /// <summary>TLS from the first byte, usually port 465.</summary>
    Tls,

    /// <summary>TLS after greeting, usually port 587 or 25.</summary>
    StartTls,

    /// <summary>None; only within a network that the operator allows.</summary>
    None,
}
