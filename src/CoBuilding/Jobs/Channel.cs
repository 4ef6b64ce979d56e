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
    public string Host { get; private set; } = "";
    public int? Port { get; private set; }
    public MailSecurity? Security { get; private set; }
    public string? UserName { get; private set; }

    /// <summary>The mailbox's, or the key with which a DingTalk robot's calls are signed.</summary>
    [Secret] public string? Password { get; private set; }
    public string? Sender { get; set; }
    public string? SenderName { get; set; }

    /// <summary>It holds the robot's or the account's key.</summary>
    [Secret] public string? Url { get; private set; }
    public SmsMethod? Method { get; private set; }
    [Secret] public string? Headers { get; private set; }
    [Secret] public string? Body { get; private set; }

    /// <summary>The part of a gateway's answer that says whether it took the message: a field's name; null: the first word.</summary>
    public string? SuccessField { get; set; }

    /// <summary>What that part is when it took the message; null where the status says so.</summary>
    public string? SuccessMark { get; set; }

    // What is kept was entered for one server. Whoever may change where a channel leads could else have it handed to a server of his own.

    /// <param name="password">Blank: the one that is kept stays, if it is the same account of the same server.</param>
    /// <exception cref="RuleBroken">It leads elsewhere, and the password was not entered again.</exception>
    public void LeadToServer(string host, int port, MailSecurity security, string? userName, string? password)
    {
        var isSame = IsSameServer((Host, Port, Security, UserName), (host, port, security, userName));
        Password = userName is null ? null : password ?? Keep(Password, isSame, JobsRules.PasswordStays);
        (Host, Port, Security, UserName) = (host, port, security, userName);
    }

    /// <summary>To go without TLS from now on is to lead elsewhere, too: the password would be read on the way.</summary>
    internal static bool IsSameServer(
        (string Host, int? Port, MailSecurity? Security, string? UserName) kept,
        (string Host, int Port, MailSecurity Security, string? UserName) typed) =>
        kept.Host.Equals(typed.Host, StringComparison.OrdinalIgnoreCase) && kept.Port == typed.Port && kept.UserName == typed.UserName
        && (typed.Security != MailSecurity.None || kept.Security == typed.Security);

    /// <param name="url">A template. Blank: the one that is kept stays; so with headers and body, if the URL is the same.</param>
    /// <param name="forgetsHeaders">There are none any more.</param>
    /// <exception cref="RuleBroken">There is no URL, or it is another one and headers or body were not entered again.</exception>
    public void LeadToGateway(string? url, SmsMethod method, string? headers, bool forgetsHeaders, string? body)
    {
        var target = TargetOf(url);
        // With GET no body is sent, so that none is missed either.
        var forgetsBody = method == SmsMethod.Get && target != Url;
        (Headers, Body) = (
            headers ?? (forgetsHeaders ? null : Keep(Headers, target == Url, JobsRules.HeadersStay)),
            body ?? (forgetsBody ? null : Keep(Body, target == Url, JobsRules.BodyStays)));
        (Url, Host, Method) = (target, WebAddress.Of(target).IdnHost, method);
    }

    /// <param name="url">The webhook. Blank: the one that is kept stays.</param>
    /// <param name="key">Blank: the one that is kept stays, if the webhook is the same.</param>
    /// <param name="forgetsKey">Calls are not signed any more.</param>
    /// <exception cref="RuleBroken">There is no webhook, or it is another one and the key was not entered again.</exception>
    public void LeadToRobot(string? url, string? key, bool forgetsKey)
    {
        var target = TargetOf(url);
        Password = forgetsKey || Kind != ChannelKind.DingTalk ? null : key ?? Keep(Password, target == Url, JobsRules.KeyStays);
        (Url, Host) = (target, WebAddress.Of(target).IdnHost);
    }

    private string TargetOf(string? url) => url ?? Url ?? throw JobsRules.UrlNeeded();

    private static string? Keep(string? kept, bool isSame, Func<RuleBroken> elsewhere) =>
        kept is null || isSame ? kept : throw elsewhere();
}

public static class ChannelKinds
{
    /// <summary>It speaks to one person, by the address of that person; the others speak to a group.</summary>
    public static bool IsPersonal(this ChannelKind kind) => kind is ChannelKind.Email or ChannelKind.Sms;
}
