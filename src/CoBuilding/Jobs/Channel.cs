using CoBuilding.Data;

namespace CoBuilding.Jobs;

/// <summary>The server by which a district sends one kind of message. Keys can be set but not read.</summary>
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
    [Secret]
    public string? Password { get; private set; }
    public string? Sender { get; set; }
    public string? SenderName { get; set; }

    /// <summary>It contains a key.</summary>
    [Secret]
    public string? Url { get; private set; }
    public SmsMethod? Method { get; private set; }

    [Secret]
    public string? Headers { get; private set; }

    [Secret]
    public string? Body { get; private set; }

    /// <summary>The name of the response field that states success; null: the first word.</summary>
    public string? SuccessField { get; set; }

    /// <summary>The value of that part on success; null if the status is sufficient.</summary>
    public string? SuccessMark { get; set; }

    // Credentials belong to one server. Otherwise an administrator could redirect a channel to another server and obtain them.

    /// <param name="password">Blank: the saved one is kept, if server and account are the same.</param>
    /// <exception cref="RuleBroken">It leads elsewhere, and the password was not entered again.</exception>
    public void LeadToServer(string host, int port, MailSecurity security, string? userName, string? password)
    {
        var isSame = IsSameServer((Host, Port, Security, UserName), (host, port, security, userName));
        Password = userName is null ? null : password ?? Keep(Password, isSame, JobsRules.PasswordStays);
        (Host, Port, Security, UserName) = (host, port, security, userName);
    }

    /// <summary>Switching TLS off counts as another server, since the password could be read in transit.</summary>
    internal static bool IsSameServer(
        (string Host, int? Port, MailSecurity? Security, string? UserName) kept,
        (string Host, int Port, MailSecurity Security, string? UserName) typed
    ) =>
        kept.Host.Equals(typed.Host, StringComparison.OrdinalIgnoreCase)
        && kept.Port == typed.Port
        && kept.UserName == typed.UserName
        && (typed.Security != MailSecurity.None || kept.Security == typed.Security);

    /// <param name="url">A template. Blank: the saved one is kept; likewise headers and body if the URL is the same.</param>
    /// <param name="forgetsHeaders">Deletes the saved headers.</param>
    /// <exception cref="RuleBroken">There is no URL, or it is another one and headers or body were not entered again.</exception>
    public void LeadToGateway(string? url, SmsMethod method, string? headers, bool forgetsHeaders, string? body)
    {
        var target = TargetOf(url);
        // With GET no body is sent, so that none is missed either.
        var forgetsBody = method == SmsMethod.Get && target != Url;
        (Headers, Body) = (
            headers ?? (forgetsHeaders ? null : Keep(Headers, target == Url, JobsRules.HeadersStay)),
            body ?? (forgetsBody ? null : Keep(Body, target == Url, JobsRules.BodyStays))
        );
        (Url, Host, Method) = (target, WebAddress.Of(target).IdnHost, method);
    }

    /// <param name="url">The webhook. Blank: the saved one is kept.</param>
    /// <param name="key">Blank: the saved one is kept, if the webhook is the same.</param>
    /// <param name="forgetsKey">Calls are not signed any more.</param>
    /// <exception cref="RuleBroken">There is no webhook, or it is another one and the key was not entered again.</exception>
    public void LeadToRobot(string? url, string? key, bool forgetsKey)
    {
        var target = TargetOf(url);
        Password = forgetsKey || Kind != ChannelKind.DingTalk ? null : key ?? Keep(Password, target == Url, JobsRules.KeyStays);
        (Url, Host) = (target, WebAddress.Of(target).IdnHost);
    }

    private string TargetOf(string? url) => url ?? Url ?? throw JobsRules.UrlNeeded();

    private static string? Keep(string? kept, bool isSame, Func<RuleBroken> elsewhere) => kept is null || isSame ? kept : throw elsewhere();
}
