using CoBuilding.Reader.Packages;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Lists;

/// <summary>
/// Reads the sheets of a workbook, or text with commas, semicolons or tabs, whatever the file is called. Nothing in it is calculated, run
/// or fetched: a formula gives the value that was stored beside it, and text that looks like one stays text.
/// </summary>
internal static class ListReader
{
    /// <returns>The visible sheets, in order; each is read on demand.</returns>
    /// <exception cref="FileRefused">The file is not a list, is too large, or may contain macros or a password.</exception>
    public static IEnumerable<IReadOnlyList<ReaderMessage.Row>> Read(byte[] file)
    {
        var characters = new CharacterCount();
        if (OldOffice.Is(file))
            return XlsList.Read(file, characters);
        return file.AsSpan().StartsWith("PK"u8) ? XlsxList.Read(file, characters) : [TextList.Read(file, characters)];
    }
}
