using System.IO.Compression;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Documents.Reading;

/// <summary>Two thousand randomly damaged files: each is read or refused by a rule that has a text.</summary>
public class MutationTests
{
    private const int PerFile = 200;

    [Fact]
    public async Task Every_damaged_file_is_read_or_refused_in_words_and_the_portal_lives()
    {
        await using var reader = TestReader.Pool(new() { WaitSeconds = 600 });
        var strange = new System.Collections.Concurrent.ConcurrentBag<string>();
        var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        await Parallel.ForEachAsync(
            RealFiles.Names.SelectMany(name => Enumerable.Range(0, PerFile).Select(n => (name, n))),
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestDistrict.Ct },
            async (mutation, _) =>
            {
                var (name, n) = mutation;
                var file = Mutated(RealFiles.Read(name), new Random((n * 31) + name.Length), n % 2 == 1);
                var outcome = await OutcomeAsync(
                    reader,
                    name,
                    file,
                    asList: RealFiles.IsList(name) && (n % 4 < 2 || Path.GetExtension(name) != ".xlsx")
                );
                counts.AddOrUpdate(outcome, 1, (_, before) => before + 1);
                if (outcome != "read" && Wording.Find(outcome) is null)
                    strange.Add($"{name} {n}: {outcome}");
            }
        );
        Assert.Empty(strange);
        Assert.Equal(RealFiles.Names.Count * PerFile, counts.Values.Sum());
        // The damage reaches the parsers, and leaves enough that is read.
        Assert.InRange(counts["read"], 200, 1_900);
    }

    private static async Task<string> OutcomeAsync(ReaderPool reader, string name, byte[] file, bool asList)
    {
        try
        {
            if (asList)
                await SheetFile.ReadAsync(reader, TestReader.Somebody, file, null, TestDistrict.Ct);
            else
                await CheckedUpload.ReadAsync(reader, TestReader.Somebody, name, file, TestDistrict.Ct);
            return "read";
        }
        catch (RuleBroken refusal)
        {
            return refusal.Key;
        }
        catch (Exception unknown)
        {
            return unknown.GetType().Name + " " + unknown.Message;
        }
    }

    /// <param name="within">Of a package, one of its parts is changed and packed again; otherwise the bytes as they lie.</param>
    private static byte[] Mutated(byte[] file, Random random, bool within) =>
        within && file.AsSpan().StartsWith("PK"u8) ? WithinPackage(file, random) : Changed(file, random);

    private static byte[] WithinPackage(byte[] file, Random random)
    {
        using var from = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var chosen = random.Next(from.Entries.Count);
        using var changed = new MemoryStream();
        using (var to = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (n, part) in from.Entries.Index())
            {
                using var content = new MemoryStream();
                using (var packed = part.Open())
                    packed.CopyTo(content);
                using var target = to.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                target.Write(n == chosen ? Changed(content.ToArray(), random) : content.ToArray());
            }
        return changed.ToArray();
    }

    private static byte[] Changed(byte[] file, Random random)
    {
        List<byte> bytes = [.. file];
        for (var turns = random.Next(1, 6); turns > 0 && bytes.Count > 8; turns--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    for (var n = 0; n < length; n++)
                        bytes[at + n] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    for (var n = 0; n < length; n++)
                        bytes[at + n] = 0xFF;
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(8) == 0 ? bytes.Count - at : 1);
                    break;
            }
        }
        return [.. bytes];
    }
}
