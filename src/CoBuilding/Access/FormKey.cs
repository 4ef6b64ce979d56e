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
        if (!File.Exists(file))
            Make(file);
        var secret = File.ReadAllBytes(file);
        return secret.Length == Length ? new(secret) : throw new InvalidDataException($"{file} is no key: it has to have {Length} bytes.");
    }

    internal FormStamp Stamp(WritingForm form)
    {
        var sent = FormFields.Of(form);
        var text = $"{form.GetType()}\n{string.Concat(sent.Select(f => f.Notation))}";
        return new(Id, HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)), form.CountFilled(sent));
    }

    /// <summary>Under another name first, so that nobody reads half a key.</summary>
    private static void Make(string file)
    {
        var made = $"{file}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var stream = new FileStream(made, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(Length));
                stream.Flush(flushToDisk: true);
            }
            File.Move(made, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was faster; its key is read.
            File.Delete(made);
        }
    }
}
