using System.Security.Cryptography;
using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CoBuilding.Tests.House;

/// <summary>Files that tests bring, read by the same kind of process as in the portal; one pool serves the whole assembly.</summary>
internal static class TestReader
{
    /// <summary>With long timeouts, since all tests share two processors.</summary>
    public static ReaderPool Reader { get; } =
        Pool(
            new()
            {
                WaitSeconds = 600,
                Seconds = 60,
                ProcessorSeconds = 60,
            }
        );

    /// <summary>A different actor each time, so that there is no queuing.</summary>
    public static Scope Somebody => Scope.ForLink(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(32), TestDistrict.Chinese);

    public static ReaderPool Pool(ReaderSettings settings) => new(Options.Create(settings), NullLogger<ReaderPool>.Instance);

    public static Task<CheckedUpload> FileAsync(string name, byte[] bytes) =>
        CheckedUpload.ReadAsync(Reader, Somebody, name, bytes, TestDistrict.Ct);

    public static Task<IReadOnlyList<SheetRow>> RowsAsync(byte[] bytes) =>
        SheetFile.ReadAsync(Reader, Somebody, bytes, null, TestDistrict.Ct);
}
