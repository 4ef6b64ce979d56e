namespace CoBuilding.Reader.Protocol;

/// <summary>Limits on what is read of a file; beyond a limit the file is refused.</summary>
public static class ReadingLimits
{
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>What a package unpacks to in all, counted while it is read.</summary>
    public const int MostUnpacked = 100 * 1024 * 1024;

    /// <summary>A list of 20,000 rows, plus lines above and below it.</summary>
    public const int MostRows = 20_100;

    /// <summary>For a pasted block; rows beyond it are not read.</summary>
    public const int MostPastedRows = 2_010;

    /// <summary>Columns that are not empty.</summary>
    public const int MostColumns = 200;

    /// <summary>The maximum length of a spreadsheet cell; longer text is cut off.</summary>
    public const int LongestCell = 32_767;

    /// <summary>Total over all cells or lines; a text used several times counts each time.</summary>
    public const int MostCharacters = 20_000_000;

    /// <summary>In a text or a pasted block, in characters.</summary>
    public const int LongestTextLine = 1_000_000;

    /// <summary>For an attachment: empty lines count as well.</summary>
    public const int MostLines = 1_000_000;

    /// <summary>The maximum length of a returned line of an attachment; a longer one is returned in pieces.</summary>
    public const int LongestLine = 10_000;

    /// <summary>Nesting depth of elements.</summary>
    public const int DeepestElement = 256;

    /// <summary>Distinct names of elements and attributes in one part of a package.</summary>
    public const int MostNames = 20_000;

    /// <summary>Nesting depth in a PDF of page groups, object references and drawings (form XObjects).</summary>
    public const int DeepestObject = 1_000;
    public const int MostPages = 2_000;

    /// <summary>Letters drawn by the pages of a PDF.</summary>
    public const int MostLetters = 3_000_000;
}
