namespace CoBuilding.Jobs.Channels;

/// <summary>Validates a single e-mail address: no display name, no list, no characters that allow header injection.</summary>
public static class MailAddress
{
    public static bool IsOne(string address) =>
        address.Length <= 100
        && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '(' or ')' or ',' or ';' or ':' or '"' or '\\')
        && address.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain]
        && domain.Contains('.', StringComparison.Ordinal)
        && Uri.CheckHostName(domain) == UriHostNameType.Dns;
}
