using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CoBuilding.Access;

/// <summary>Random secrets for cookies and links. Only their SHA-256 is stored.</summary>
public static class Secrets
{
    /// <summary>256 random bits, safe in a URL: 43 characters.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Ten characters that are easy to tell apart when read out on the phone.</summary>
    public static string MakeCode() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", 10);

    /// <summary>For an account's first sign-in, after which another must be set: twice ten such characters, among them a digit.</summary>
    public static string MakeFirstPassword()
    {
        while (true)
        {
            var password = $"{MakeCode()}-{MakeCode()}";
            if (password.Any(char.IsAsciiDigit) && password.Distinct().Count() > 5)
                return password;
        }
    }
}
