using CoBuilding.Reader.Packages;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Lists;

/// <summary>
/// Reads the sheets of a workbook, or text with commas, semicolons or tabs, whatever the file is called. Nothing in it is calculated, run
/// or fetched: a formula gives the value that was stored beside it, and text that looks like one stays text.
/// </summary>
internal static class ListReader
{
    /// <returns>The sheets that somebody who opens the file sees, in their order; each is read when it is asked for.</returns>
    /// <exception cref="FileRefused">It is no list, or too large, or may have macros or a password.</exception>
    public static IEnumerable<IReadOnlyList<ReaderMessage.Row>> Read(byte[] file)
    {
        var characters = new CharacterCount();
        if (OldOffice.Is(file)) return XlsList.Read(file, characters);
        return file.AsSpan().StartsWith("PK"u8) ? XlsxList.Read(file, characters) : [TextList.Read(file, characters)];
    }
}
