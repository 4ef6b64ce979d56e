using CoBuilding.Data;

namespace CoBuilding.Jobs;

public enum ChannelKind
{
    Email,
    Sms,

    /// <summary>A robot in a WeCom group.</summary>
    WeCom,

    /// <summary>A robot in a DingTalk group.</summary>
    DingTalk,
}

public enum MailSecurity
{
    /// <summary>TLS from the first byte, usually port 465.</summary>
    Tls,

    /// <summary>TLS after greeting, usually port 587 or 25.</summary>
    StartTls,

    /// <summary>None; only within a network that the operator allows.</summary>
    None,
}

public enum SmsMethod
{
    Post,
    Get,
}

/// <summary>By which server a district sends one kind of message. Keys are written, never shown again.</summary>
public sealed class Channel : Tenanted
{
    public required ChannelKind Kind { get; init; }
    public bool IsOn { get; set; }

    /// <summary>The server's name, as shown: of mail, or of the URL.</summary>
    public required string Host { get; set; }
    public int? Port { get; set; }
    public MailSecurity? Security { get; set; }
    public string? UserName { get; set; }

    /// <summary>The mailbox's, or the key with which a DingTalk robot's calls are signed.</summary>
    [Secret] public string? Password { get; set; }
    public string? Sender { get; set; }
    public string? SenderName { get; set; }

    /// <summary>It holds the robot's or the account's key.</summary>
    [Secret] public string? Url { get; set; }
    public SmsMethod? Method { get; set; }
    [Secret] public string? Headers { get; set; }
    [Secret] public string? Body { get; set; }

    /// <summary>The part of a gateway's answer that says whether it took the message: a field's name; null: the first word.</summary>
    public string? SuccessField { get; set; }

    /// <summary>What that part is when it took the message; null where the status says so.</summary>
    public string? SuccessMark { get; set; }
}

public static class ChannelKinds
{
    /// <summary>It speaks to one person, by the address of that person; the others speak to a group.</summary>
    public static bool IsPersonal(this ChannelKind kind) => kind is ChannelKind.Email or ChannelKind.Sms;
}
