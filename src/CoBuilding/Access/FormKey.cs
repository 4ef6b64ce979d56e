using System.Security.Cryptography;
using System.Text;
using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>
/// The key of the hashes by which the journal knows a form that is sent again. Without it nothing can be guessed from a hash.
/// </summary>
public sealed class FormKey
{
    private const string FileName = "form-hash.key";
    private const int Length = 32;

    private readonly byte[] secret;

    private FormKey(byte[] secret)
    {
        this.secret = secret;
        Id = $"{FormFields.WalkVersion}-{Convert.ToHexStringLower(HMACSHA256.HashData(secret, "key id"u8)[..6])}";
    }

    /// <summary>Names the key, and the walk that was hashed, without revealing the key.</summary>
    public string Id { get; }

    /// <summary>For operations that nobody can repeat, and for tests.</summary>
    public static FormKey Passing() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads the key of a folder; of several processes that find none, one makes it for all.</summary>
    /// <exception cref="InvalidDataException">The file is no key.</exception>
    public static FormKey Open(string folder)
    {
        var file = Path.Combine(KeyFolder.Make(folder).FullName, FileName);
        for (var patience = 100; ; patience--)
        {
            try
            {
                return new(ReadOrMake(file));
            }
            catch (IOException) when (patience > 0)
            {
                // Another process has it open, for the moment in which it is made or read.
                Thread.Sleep(20);
            }
        }
    }

    internal FormStamp Stamp(WritingForm form)
    {
        var sent = FormFields.Of(form);
        var text = $"{form.GetType()}\n{string.Concat(sent.Select(f => f.Notation))}";
        return new(Id, HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)), form.CountFilled(sent));
    }

    /// <summary>Alone with the file, so that an empty one is nobody's key yet.</summary>
    private static byte[] ReadOrMake(string file)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        var secret = RandomNumberGenerator.GetBytes(Length);
        if (stream.Length == 0)
        {
            stream.Write(secret);
            stream.Flush(flushToDisk: true);
        }
        else if (stream.Length == Length)
            stream.ReadExactly(secret);
        else
            throw new InvalidDataException($"{file} is no key: it has to have {Length} bytes.");
        return secret;
    }
}
